"""The parser for HTML templates (Liquid, Jinja …): drops tags and expressions, reads the text between them."""

import re
from collections.abc import Iterator, Sequence

from linter.document import Document
from linter.expression import expression
from linter.parsers.holes import VEIL, Hole, masked
from linter.parsers.html import read_page
from linter.parsers.markup import Markup
from linter.source import SourceText, Span

_OPEN = expression(r"\{(?:\{|#|%[-+]?\s*+(?P<word>\w+|#)?)")
_CLOSE = {"{{": "}}", "{#": "#}", "{%": "%}"}
# tags whose content is not shown: comments, data for the theme editor, scripts, styles, code
_HIDDEN = frozenset(("comment", "schema", "javascript", "stylesheet", "style", "highlight"))


def parse(source: SourceText) -> Document:
    """Parse a template; any text is valid."""
    return read_page(source, masked_flow(source.text, list(_tags(source.text))), "template")


def masked_flow(text: str, holes: Sequence[tuple[Hole, Span | None]]) -> Markup:
    """Return a flow of the text with its holes masked; each hole has the span of its text if it is a comment."""
    flow = Markup(masked(text, (hole for hole, _ in holes)))
    for hole, comment in holes:
        if comment is not None:
            flow.comment(text[comment.start : comment.end].strip("-+~"), hole.start, hole.end)
    return flow


def hidden(text: str) -> Iterator[tuple[Hole, Span | None]]:
    """Yield the parts that a site generator never shows, each with the span of its text if it is a comment."""
    for hole, comment in _tags(text):
        if comment is not None or text.find("%}", hole.start, hole.end - 2) >= 0:
            yield Hole(hole.start, hole.end, VEIL), comment


def _tags(text: str) -> Iterator[tuple[Hole, Span | None]]:
    """Yield the tags in order, each with the span of its text if it is a comment; an unclosed tag is text."""
    endless: set[str] = set()
    at = 0
    while (found := _OPEN.search(text, at)) is not None:
        start, at = found.start(), found.end()
        kind, word = found[0][:2], found["word"]
        inner = Span(at, _end(text, re.escape(_CLOSE[kind]), at, endless))
        if inner.end < 0:
            continue
        at, comment = inner.end + 2, kind == "{#" or word == "#"
        if kind == "{%" and word in _HIDDEN:
            close = _end(text, rf"\{{%[-+]?\s*+end{word}\s*+[-+]?%\}}", at, endless)
            if close >= 0:
                inner, comment = Span(at, close), word == "comment"
                at = text.index("%}", close) + 2
        yield Hole(start, at), inner if comment else None


def _end(text: str, pattern: str, start: int, endless: set[str]) -> int:
    """Return where the pattern next matches, or -1; patterns without a match are remembered in ``endless``."""
    match = None if pattern in endless else expression(pattern).search(text, start)
    if match is None:
        endless.add(pattern)
        return -1
    return match.start()
