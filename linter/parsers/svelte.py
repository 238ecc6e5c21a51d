"""Reads Svelte components: their markup, and the copy in their scripts."""

from linter.document import Document
from linter.parsers.components import USUAL, Copy
from linter.parsers.sfc import read_parts
from linter.source import SourceText


def parse(source: SourceText, copy: Copy = USUAL) -> Document:
    """The document of a component; any text is one."""
    return read_parts(source, "svelte", copy)
