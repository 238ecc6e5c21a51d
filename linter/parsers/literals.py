"""Reading JavaScript literals: strings as prose, and objects as values."""

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
_MAX_DIGITS = 20
"""Maximum digits of a number; a longer one stays text."""
# strings for machines: a path, a color, a key, class names
_ADDRESS = expression(r"(?=.*[/_:#@\d.-])[a-z0-9/_:#@.-]+|https?://\S+|/\S*|[a-z]+(?:[A-Z][a-z]*)+")
_CLASSES = expression(r"(?=.*(?:-\d|:|\[))[a-z0-9:/.\[\]()#%,_!-]+(?:\s+[a-z0-9:/.\[\]()#%,_!-]+)*")


def bare(node: "Node") -> "Node":
    """Return the expression inside parentheses and type assertions."""
    for _ in range(_MAX_DEPTH):
        if node.type not in _WRAPPERS or not node.named_children:
            break
        node = node.named_children[0]
    return node


def text_terms(node: "Node") -> "list[Node]":
    """Return the string that an expression is, or the terms of a concatenation with strings; [] for any other."""
    node = bare(node)
    if node.type in _STRINGS:
        return [node]
    terms = _terms(node) if node.type == "binary_expression" else []
    return terms if any(term.type in _STRINGS for term in terms) else []


def strings(node: "Node") -> "list[list[Node]]":
    """Return the texts that an expression may evaluate to, in order, each as :func:`text_terms` returns it.

    These include both branches of a condition, and the right side of ``&&``, ``||`` and ``??``.
    """
    texts: list[list[Node]] = []
    stack = [node]
    while stack:
        node = bare(stack.pop())
        if terms := text_terms(node):
            texts.append(terms)
        elif node.type in _CHOICES:
            stack += [child for name in _CHOICES[node.type] if (child := node.child_by_field_name(name))]
    return texts


def write(nodes: "list[Node]", code: Code, writer: Flow | Prose) -> None:
    """Write the terms of a text to a flow or to a block."""
    for node in nodes:
        for part in node.named_children if node.type in _STRINGS else (node,):
            place = code.span(part)
            if part.type == "string_fragment":
                writer.run(place.start, place.end)
            else:
                text = _decoded(part, code) if part.type in _DECODERS else DROPPED
                writer.unit(text, place.start, place.end)


def plain(node: "Node", code: Code) -> str | None:
    """Return the value of a string, or None for any other expression and for a template with substitutions."""
    node = bare(node)
    if node.type not in _STRINGS or any(part.type == "template_substitution" for part in node.named_children):
        return None
    return "".join(_decoded(part, code) for part in node.named_children)


def is_copy(text: str, words: int = 1) -> bool:
    """Return whether a string has at least ``words`` words and is prose: no path, color or list of classes."""
    text = text.strip()
    return len(text.split()) >= words and not _ADDRESS.fullmatch(text) and not _CLASSES.fullmatch(text)


def pairs(node: "Node", code: Code) -> "Iterator[tuple[str, Node, Node]]":
    """Yield the entries of an object: key, value node, and entry node."""
    for entry in node.named_children:
        key, value = entry.child_by_field_name("key"), entry.child_by_field_name("value")
        if entry.type == "pair" and key is not None and value is not None:
            yield code.text_of(key).strip("'\""), value, entry


def value_of(node: "Node", code: Code, depth: int = 0) -> Any:
    """Return the value of a literal as in JSON; computed values are None."""
    node = bare(node)
    if depth < _MAX_DEPTH and node.type == "object":
        return {key: value_of(value, code, depth + 1) for key, value, _ in pairs(node, code)}
    if depth < _MAX_DEPTH and node.type == "array":
        return [value_of(child, code, depth + 1) for child in parts(node)]
    if node.type == "number":
        number = code.text_of(node)
        return int(number) if number.isascii() and number.isdigit() and len(number) <= _MAX_DIGITS else number
    return _CONSTANTS.get(node.type, plain(node, code))


def _terms(node: "Node") -> "list[Node]":
    """Return the operands of ``+``, from left to right."""
    terms: list[Node] = []
    while node.type == "binary_expression":
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = node.child_by_field_name("operator")
        if left is None or right is None or operator is None or operator.type != "+":
            break
        terms.append(bare(right))
        node = bare(left)
    terms.append(node)
    return terms[::-1]


def _decoded(part: "Node", code: Code) -> str:
    decoder = _DECODERS.get(part.type)
    return decoder(code.text_of(part)) if decoder else code.text_of(part)


def _unescaped(sequence: str) -> str:
    """Return the character of an escape such as ``\\n``, ``\\x41`` or ``\\u{2019}``."""
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


_DECODERS = {"escape_sequence": _unescaped, "html_character_reference": decode}
"""Functions that decode a part of a string, by its node type."""
