"""The parser for Vue components: their markup, and the copy in their scripts."""

from linter.document import Document
from linter.parsers.components import DEFAULT_COPY, Copy
from linter.parsers.sfc import read_parts
from linter.source import SourceText


def parse(source: SourceText, copy: Copy = DEFAULT_COPY) -> Document:
    """Parse a component. Raises :class:`SourceError` for severe syntax errors."""
    return read_parts(source, "vue", copy)
