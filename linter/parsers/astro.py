"""Reads Astro pages: the code between their fences, and their markup."""

from linter.document import Document
from linter.expression import expression
from linter.parsers.components import USUAL, Copy
from linter.parsers.sfc import read_parts
from linter.source import SourceText, Span

_FENCES = expression(r"(?s)\s*---[ \t]*(?:\r\n|\r|\n)(?P<code>.*?)(?:^|(?<=[\r\n]))---[ \t]*(?=[\r\n]|\Z)")


def parse(source: SourceText, copy: Copy = USUAL) -> Document:
    """The document of a page; any text is one."""
    found = _FENCES.match(source.text)
    if found is None:
        return read_parts(source, "astro", copy)
    return read_parts(source, "astro", copy, found.end(), Span(*found.span("code")))
