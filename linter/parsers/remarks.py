"""What a comment in JavaScript or TypeScript speaks of: its own line, or the entry or property that follows it."""

from linter.source import Span
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

_LISTS = frozenset(("array", "object", "pair", "arguments", "jsx_opening_element", "jsx_self_closing_element"))


def spoken_of(comment: "Node", base: int, text: str) -> Span | None:
    """The stretch of ``text`` that a comment is about, whose offsets count from ``base``; None outside of data.

    What stands before ``// …`` is its line; ``/* … */`` is about what follows on its line, or else as ``//`` is.
    """
    if comment.parent is None or comment.parent.type not in _LISTS:
        return None
    start, end = base + comment.start_byte, base + comment.end_byte
    first = text.rfind("\n", 0, start) + 1
    following = comment.next_named_sibling
    if following is not None and "\n" in text[end : base + following.start_byte]:
        following = None if text[first:start].strip() else following
    if following is not None:
        return Span(base + following.start_byte, base + following.end_byte)
    return Span(first, start)
