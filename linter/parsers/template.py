"""Reads HTML templates of Liquid, Jinja and their kin: tags and outputs are dropped, the text between them is read."""

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
# Tags whose content is not shown: comments, data of the theme's editor, scripts, styles, code.
_UNSHOWN = frozenset(("comment", "schema", "javascript", "stylesheet", "style", "highlight"))


def parse(source: SourceText) -> Document:
    """The document of a template; any text is one."""
    return read_page(source, masked_flow(source.text, list(_tags(source.text))), "template")


def masked_flow(text: str, found: Sequence[tuple[Hole, Span | None]]) -> Markup:
    """A flow of the text with its holes masked, each with the place of its words if it is a comment."""
    flow = Markup(masked(text, (hole for hole, _ in found)))
    for hole, comment in found:
        if comment is not None:
            flow.comment(text[comment.start : comment.end].strip("-+~"), hole.start, hole.end)
    return flow


def unshown(text: str) -> Iterator[tuple[Hole, Span | None]]:
    """The stretches that a site's generator shows to nobody, each with the place of its words if it is a comment."""
    for hole, comment in _tags(text):
        if comment is not None or text.find("%}", hole.start, hole.end - 2) >= 0:
            yield Hole(hole.start, hole.end, VEIL), comment


def _tags(text: str) -> Iterator[tuple[Hole, Span | None]]:
    """The tags in order, each with the place of its words if it is a comment; one that never ends is text."""
    endless: set[str] = set()
    at = 0
    while (found := _OPEN.search(text, at)) is not None:
        start, at = found.start(), found.end()
        kind, word = found[0][:2], found["word"]
        inner = Span(at, _end(text, re.escape(_CLOSE[kind]), at, endless))
        if inner.end < 0:
            continue
        at, comment = inner.end + 2, kind == "{#" or word == "#"
        if kind == "{%" and word in _UNSHOWN:
            close = _end(text, rf"\{{%[-+]?\s*+end{word}\s*+[-+]?%\}}", at, endless)
            if close >= 0:
                inner, comment = Span(at, close), word == "comment"
                at = text.index("%}", close) + 2
        yield Hole(start, at), inner if comment else None


def _end(text: str, pattern: str, start: int, endless: set[str]) -> int:
    """Where the pattern is next found, or -1; what was once not found is not looked for again."""
    found = None if pattern in endless else expression(pattern).search(text, start)
    if found is None:
        endless.add(pattern)
        return -1
    return found.start()
