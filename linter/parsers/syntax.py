"""Syntax trees of JavaScript and TypeScript with JSX, with offsets in the article."""

import codecs
from functools import cache

from linter.expression import expression
from linter.source import SourceError, Span
from linter.typed import TYPE_CHECKING
from linter.value import Struct

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

_SPACE = expression(r"[^\S\x00-\x7f]|\ufeff")
_MAX_ENDLESS = 50
# valid code takes at most one step per 20 bytes
_MIN_STEPS = 1000
_CHUNK = 1 << 16


def _as_letters(error: UnicodeError) -> tuple[str, int]:
    """Replace non-ASCII characters by a letter, which is valid wherever they are: in names, strings and text."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "x" * (error.end - error.start), error.end


codecs.register_error("medlint-letter", _as_letters)


class Code(Struct, frozen=True):
    """Code in a source ``text``; the offsets of its nodes count from ``base``."""

    text: str
    base: int

    def span(self, node: "Node") -> Span:
        """Return the source span of a node."""
        return Span(self.base + node.start_byte, self.base + node.end_byte)

    def text_of(self, node: "Node") -> str:
        """Return the source text of a node."""
        return self.text[self.base + node.start_byte : self.base + node.end_byte]


def parts(node: "Node") -> "list[Node]":
    """Return the named children of a node except comments."""
    return [child for child in node.named_children if child.type != "comment"]


def comments(node: "Node") -> "list[Node]":
    """Return the comments among the children of a node."""
    return [child for child in node.named_children if child.type == "comment"]


def syntax_tree(text: str, start: int = 0, end: int | None = None, around: tuple[str, str] = ("", "")) -> "Node":
    """Return the syntax tree of ``text[start:end]`` wrapped in ``around``, even if it has syntax errors.

    Node offsets count code points from the start of the wrapped code: the grammar counts bytes, so it gets one byte per
    code point. Raises :class:`SourceError` for errors that would make parsing extremely slow.
    """
    code = _readable(text, start, end)
    if not code.isascii():
        code = _SPACE.sub(" ", code)
    code = around[0] + code + around[1]
    data = code.encode("ascii", "medlint-letter")
    steps = iter(range(_MIN_STEPS + len(data) // 4))
    parser = _parser()
    try:
        tree = parser.parse(
            lambda offset, _point: data[offset : offset + _CHUNK],
            progress_callback=lambda *_where: next(steps, None) is None,
        )
    except ValueError:
        parser.reset()
        raise SourceError("its code is too broken to read; fix its syntax first") from None
    return tree.root_node


def _readable(text: str, start: int, end: int | None) -> str:
    """Cut the text after too many unclosed comments: the grammar searches for the end of each."""
    closed = text.rfind("*/", start, end) + 1
    for _ in range(_MAX_ENDLESS):
        closed = text.find("/*", closed or start, end) + 1
        if not closed:
            return text[start:end]
    return text[start : max(start, closed - 1)]


@cache
def _parser() -> "Parser":
    # only articles in web code need the grammar
    import tree_sitter_typescript
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_typescript.language_tsx()))
