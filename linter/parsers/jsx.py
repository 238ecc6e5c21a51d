"""Converting JSX elements to the tags and texts of an HTML flow."""

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


class OpeningTag(Struct, frozen=True):
    """An opening tag: the HTML tag it is read as (nameless for a fragment), its name in the source, and its properties
    that have values."""

    tag: Tag
    name: str
    properties: "list[tuple[str, Node]]"

    @property
    def component(self) -> bool:
        """Whether it is a component."""
        return self.name[:1].isupper()


def read_opening(node: "Node", code: Code) -> OpeningTag:
    """Read an opening or self-closing tag."""
    name_node = node.child_by_field_name("name")
    name = code.text_of(name_node) if name_node is not None else ""
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    properties: list[tuple[str, Node]] = []
    for attribute in node.children_by_field_name("attribute"):
        pair = parts(attribute)
        if attribute.type != "jsx_attribute" or not pair:
            # spread properties
            properties.append(("", attribute))
            continue
        key = code.text_of(pair[0])
        if len(pair) == 1:
            values.setdefault(key, "")
            continue
        properties.append((key, pair[1]))
        key = JSX_ATTRIBUTES.get(key, key)
        if (value := _value(pair[1], code)) is not None:
            values[key] = value
            place = code.span(pair[1])
            spans[key] = Span(place.start + 1, place.end - 1)
    empty = node.type == "jsx_self_closing_element"
    place = code.span(node)
    tag = Tag(element_of(name, values), place.start, place.end, False, empty, values, spans if name == "meta" else {})
    return OpeningTag(tag, name, properties)


def children(node: "Node", code: Code) -> "list[Node | Text]":
    """Return the children of an element: other nodes, and texts without the whitespace that JSX removes."""
    content: list[Node | Text] = []
    start = end = -1
    for child in (*node.named_children, None):
        if child is not None and child.type in _TEXTS:
            start = child.start_byte if start < 0 else start
            end = child.end_byte
            continue
        if start >= 0:
            content += _trimmed(code.base + start, code.base + end, code.text)
            start = -1
        if child is not None and child.type not in _NO_CHILDREN:
            content.append(child)
    return content


def _trimmed(start: int, end: int, text: str) -> list[Text]:
    """Remove whitespace at the ends of a text if it includes a line break."""
    part = text[start:end]
    before, after = len(part) - len(part.lstrip(" \t\r\n")), len(part.rstrip(" \t\r\n"))
    if "\n" in part[:before] or "\r" in part[:before]:
        start += before
    if before < len(part) and ("\n" in part[after:] or "\r" in part[after:]):
        end -= len(part) - after
    return [Text(start, end)] if start < end else []


def _value(node: "Node", code: Code) -> str | None:
    """Return the value of a property as in HTML, or None unless it is a literal."""
    if node.type == "jsx_expression":
        inner = parts(node)
        if len(inner) != 1:
            return None
        node = bare(inner[0])
        if node.type == "true":
            return "true"
        if node.type == "number":
            return code.text_of(node)
    return plain(node, code)
