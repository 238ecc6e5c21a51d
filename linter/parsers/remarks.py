"""What a comment in JavaScript or TypeScript is about: its own line, or the entry or property after it."""

from linter.parsers.syntax import Code
from linter.source import Span
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

_LISTS = frozenset(("array", "object", "pair", "arguments", "jsx_opening_element", "jsx_self_closing_element"))


def subject_of(comment: "Node", code: Code) -> Span | None:
    """Return the span that a comment is about, or None outside of data.

    A comment is about what follows it on its line, or after that line if it is alone on it; otherwise about its line.
    """
    if comment.parent is None or comment.parent.type not in _LISTS:
        return None
    place, sibling = code.span(comment), comment.next_named_sibling
    following = None if sibling is None else code.span(sibling)
    first = code.text.rfind("\n", 0, place.start) + 1
    if following is not None and "\n" in code.text[place.end : following.start]:
        following = None if code.text[first : place.start].strip() else following
    return following or Span(first, place.start)
