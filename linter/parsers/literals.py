"""Strings of JavaScript as prose, and objects that are written out in full as values."""

from collections.abc import Iterator

from linter.expression import expression
from linter.parsers.flow import Flow
from linter.parsers.html_tokens import decode
from linter.parsers.prose import Prose
from linter.parsers.syntax import Code, parts
from linter.typed import TYPE_CHECKING, Any
from linter.view import DROPPED

if TYPE_CHECKING:
    from tree_sitter import Node

_WRAPPERS = ("parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression")
_STRINGS = ("string", "template_string")
_CHOICES = {"ternary_expression": ("alternative", "consequence"), "binary_expression": ("right",)}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r": "", "\r\n": ""}
_CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None}
_MAX_DEPTH = 50
_LONGEST_NUMBER = 20
"""Digits of a number; what is longer says what it says as a text."""
# A word or words that only a machine reads: a path, a colour, a key, names of classes.
_ADDRESS = expression(r"(?=.*[/_:#@\d.-])[a-z0-9/_:#@.-]+|https?://\S+|/\S*|[a-z]+(?:[A-Z][a-z]*)+")
_CLASSES = expression(r"(?=.*(?:-\d|:|\[))[a-z0-9:/.\[\]()#%,_!-]+(?:\s+[a-z0-9:/.\[\]()#%,_!-]+)*")


def bare(node: "Node") -> "Node":
    """The expression inside brackets and type assertions."""
    for _ in range(_MAX_DEPTH):
        if node.type not in _WRAPPERS or not node.named_children:
            break
        node = node.named_children[0]
    return node


def one_text(node: "Node") -> "list[Node]":
    """The string that an expression is, or the terms of a sum with strings in it; nothing for any other."""
    node = bare(node)
    if node.type in _STRINGS:
        return [node]
    terms = _terms(node) if node.type == "binary_expression" else []
    return terms if any(term.type in _STRINGS for term in terms) else []


def strings(node: "Node") -> "list[list[Node]]":
    """The texts that an expression can be, as :func:`one_text` has them, in order.

    Both branches of a condition count, and what stands behind ``&&``, ``||`` and ``??``.
    """
    found: list[list[Node]] = []
    todo = [node]
    while todo:
        node = bare(todo.pop())
        if terms := one_text(node):
            found.append(terms)
        elif node.type in _CHOICES:
            todo += [child for name in _CHOICES[node.type] if (child := node.child_by_field_name(name))]
    return found


def write(nodes: "list[Node]", code: Code, writer: Flow | Prose) -> None:
    """Write the terms of a text to a flow or to a block."""
    for node in nodes:
        for part in node.named_children if node.type in _STRINGS else (node,):
            place = code.span(part)
            if part.type == "string_fragment":
                writer.run(place.start, place.end)
            else:
                said = _said(part, code) if part.type in _SIGNS else DROPPED
                writer.unit(said, place.start, place.end)


def plain(node: "Node", code: Code) -> str | None:
    """What a string says; None for an expression that is no string or has a gap in it."""
    node = bare(node)
    if node.type not in _STRINGS or any(part.type == "template_substitution" for part in node.named_children):
        return None
    return "".join(_said(part, code) for part in node.named_children)


def is_copy(text: str, words: int = 1) -> bool:
    """Whether a string has so many words for people: it is no path, no colour, no list of classes."""
    text = text.strip()
    return len(text.split()) >= words and not _ADDRESS.fullmatch(text) and not _CLASSES.fullmatch(text)


def pairs(node: "Node", code: Code) -> "Iterator[tuple[str, Node, Node]]":
    """The entries of an object: key, value, and the whole entry."""
    for entry in node.named_children:
        key, value = entry.child_by_field_name("key"), entry.child_by_field_name("value")
        if entry.type == "pair" and key is not None and value is not None:
            yield code.said(key).strip("'\""), value, entry


def value_of(node: "Node", code: Code, depth: int = 0) -> Any:
    """The value of a literal, as JSON has it; what is computed is None."""
    node = bare(node)
    if depth < _MAX_DEPTH and node.type == "object":
        return {key: value_of(value, code, depth + 1) for key, value, _ in pairs(node, code)}
    if depth < _MAX_DEPTH and node.type == "array":
        return [value_of(child, code, depth + 1) for child in parts(node)]
    if node.type == "number":
        number = code.said(node)
        return int(number) if number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER else number
    return _CONSTANTS.get(node.type, plain(node, code))


def _terms(node: "Node") -> "list[Node]":
    """The terms of a sum, from left to right."""
    terms: list[Node] = []
    while node.type == "binary_expression":
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        sign = node.child_by_field_name("operator")
        if left is None or right is None or sign is None or sign.type != "+":
            break
        terms.append(bare(right))
        node = bare(left)
    terms.append(node)
    return terms[::-1]


def _said(part: "Node", code: Code) -> str:
    read = _SIGNS.get(part.type)
    return read(code.said(part)) if read else code.said(part)


def _unescaped(sequence: str) -> str:
    """The character of an escape such as ``\\n``, ``\\x41`` or ``\\u{2019}``."""
    rest = sequence[1:]
    if rest in _ESCAPES:
        return _ESCAPES[rest]
    code = rest[1:].strip("{}")
    if rest[:1] in ("x", "u") and code:
        try:
            return chr(int(code, 16))
        except (ValueError, OverflowError):
            return DROPPED
    return rest


_SIGNS = {"escape_sequence": _unescaped, "html_character_reference": decode}
"""Parts of a string that stand for other characters, and what reads them."""
