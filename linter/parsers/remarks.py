"""What a comment in JavaScript or TypeScript speaks of: its own line, or the entry or property that follows it."""

from linter.parsers.syntax import Code
from linter.source import Span
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

_LISTS = frozenset(("array", "object", "pair", "arguments", "jsx_opening_element", "jsx_self_closing_element"))


def spoken_of(comment: "Node", code: Code) -> Span | None:
    """The stretch of the source that a comment is about; None outside of data.

    What stands before ``// …`` is its line; ``/* … */`` is about what follows on its line, or else as ``//`` is.
    """
    if comment.parent is None or comment.parent.type not in _LISTS:
        return None
    place, sibling = code.span(comment), comment.next_named_sibling
    following = None if sibling is None else code.span(sibling)
    first = code.text.rfind("\n", 0, place.start) + 1
    if following is not None and "\n" in code.text[place.end : following.start]:
        following = None if code.text[first : place.start].strip() else following
    return following or Span(first, place.start)
