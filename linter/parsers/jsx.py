"""JSX elements as the tags and the texts that a flow of HTML is fed with."""

from linter.parsers.components import JSX_ATTRIBUTES, element_of
from linter.parsers.html_tokens import Tag, Text
from linter.parsers.literals import bare, plain
from linter.parsers.syntax import Code, parts
from linter.source import Span
from linter.typed import TYPE_CHECKING
from linter.value import Struct

if TYPE_CHECKING:
    from tree_sitter import Node

_TEXTS = ("jsx_text", "html_character_reference")
_NO_CHILDREN = ("jsx_opening_element", "jsx_closing_element")


class Opened(Struct, frozen=True):
    """An opening tag: as HTML would have it (without a name for a fragment), under the name that it was given, and
    with the properties that have values."""

    tag: Tag
    given: str
    properties: "list[tuple[str, Node]]"

    @property
    def component(self) -> bool:
        """Whether it is a component of the site's own."""
        return self.given[:1].isupper()


def opened(node: "Node", code: Code) -> Opened:
    """What an opening or a self-closing tag says."""
    name = node.child_by_field_name("name")
    given = code.said(name) if name is not None else ""
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    properties: list[tuple[str, Node]] = []
    for attribute in node.children_by_field_name("attribute"):
        said = parts(attribute)
        if attribute.type != "jsx_attribute" or not said:
            # Properties that are spread.
            properties.append(("", attribute))
            continue
        key = code.said(said[0])
        if len(said) == 1:
            values.setdefault(key, "")
            continue
        properties.append((key, said[1]))
        key = JSX_ATTRIBUTES.get(key, key)
        if (value := _value(said[1], code)) is not None:
            values[key] = value
            place = code.span(said[1])
            spans[key] = Span(place.start + 1, place.end - 1)
    empty = node.type == "jsx_self_closing_element"
    place = code.span(node)
    tag = Tag(element_of(given, values), place.start, place.end, False, empty, values, spans if given == "meta" else {})
    return Opened(tag, given, properties)


def children(node: "Node", code: Code) -> "list[Node | Text]":
    """The children of an element: other nodes, and texts without the white space that JSX takes off them."""
    found: list[Node | Text] = []
    start = end = -1
    for child in (*node.named_children, None):
        if child is not None and child.type in _TEXTS:
            start = child.start_byte if start < 0 else start
            end = child.end_byte
            continue
        if start >= 0:
            found += _trimmed(code.base + start, code.base + end, code.text)
            start = -1
        if child is not None and child.type not in _NO_CHILDREN:
            found.append(child)
    return found


def _trimmed(start: int, end: int, text: str) -> list[Text]:
    """A text without the white space at its ends that goes over a line's end."""
    said = text[start:end]
    before, after = len(said) - len(said.lstrip(" \t\r\n")), len(said.rstrip(" \t\r\n"))
    if "\n" in said[:before] or "\r" in said[:before]:
        start += before
    if before < len(said) and ("\n" in said[after:] or "\r" in said[after:]):
        end -= len(said) - after
    return [Text(start, end)] if start < end else []


def _value(node: "Node", code: Code) -> str | None:
    """The value of a property as HTML has it, where it is written out."""
    if node.type == "jsx_expression":
        inner = parts(node)
        if len(inner) != 1:
            return None
        node = bare(inner[0])
        if node.type == "true":
            return "true"
        if node.type == "number":
            return code.said(node)
    return plain(node, code)
