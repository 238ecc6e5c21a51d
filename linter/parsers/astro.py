"""The parser for Astro pages: the code between their fences, and their markup."""

from linter.document import Document
from linter.expression import expression
from linter.parsers.components import DEFAULT_COPY, Copy
from linter.parsers.sfc import read_parts
from linter.source import SourceText, Span

_FENCES = expression(r"(?s)\s*---[ \t]*(?:\r\n|\r|\n)(?P<code>.*?)(?:^|(?<=[\r\n]))---[ \t]*(?=[\r\n]|\Z)")


def parse(source: SourceText, copy: Copy = DEFAULT_COPY) -> Document:
    """Parse an Astro page. Raises :class:`SourceError` for severe syntax errors."""
    fences = _FENCES.match(source.text)
    if fences is None:
        return read_parts(source, "astro", copy)
    return read_parts(source, "astro", copy, fences.end(), Span(*fences.span("code")))
