"""From an article's text to its document: one module a format, and the table that says which reads what."""

from importlib import import_module
from pathlib import PurePath

from linter.document import Document
from linter.source import SourceText

FORMATS = ("markdown", "mdx", "html", "text")
"""Every format that can be read; each has the module of its name in this package."""

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "mdx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
}
"""The format of a file by its suffix in lower case; a file with another suffix is read as plain text."""


def format_of(path: str) -> str:
    """The format that a file is read as."""
    return SUFFIXES.get(PurePath(path).suffix.lower(), "text")


def parse(source: SourceText, format: str | None = None) -> Document:  # noqa: A002 (the word of the command line)
    """The document of an article in the given format, else in that of its file's suffix; any text is readable.

    Raises :class:`ValueError` for a format that is not in :data:`FORMATS`.
    """
    name = format or format_of(source.path)
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; use one of {', '.join(FORMATS)}")
    # One run seldom needs every format.
    document: Document = import_module(f"linter.parsers.{name}").parse(source)
    return document
