"""From a file to its articles: one module a format, and the table that says which reads what."""

from collections.abc import Iterator
from functools import cache
from os.path import splitext

from linter.document import Document
from linter.source import SourceError, SourceText, decode, refuse_damage
from linter.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from linter.parsers.components import Copy

FORMATS = ("markdown", "mdx", "html", "text", "template", "tsx", "astro", "svelte", "vue")
"""Every format whose text is the article; each has the module of its name in this package."""

CONTAINERS = ("docx", "wxr")
"""Formats whose articles are taken out of something else: an archive, an export of many."""

STREAMED = ("wxr",)
"""Formats that are read piece by piece, so that a file may be larger than an article can be."""

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "mdx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".liquid": "template",
    ".jinja": "template",
    ".jinja2": "template",
    ".j2": "template",
    ".njk": "template",
    ".twig": "template",
    ".tsx": "tsx",
    ".jsx": "tsx",
    **dict.fromkeys((".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"), "tsx"),
    ".astro": "astro",
    ".svelte": "svelte",
    ".vue": "vue",
    ".docx": "docx",
    ".xml": "wxr",
    ".wxr": "wxr",
}
"""The format of a file by its suffix in lower case; a file with another suffix is read as plain text."""

CODE = ("tsx", "astro", "svelte", "vue")
"""Formats that are web code: a project may say which keys carry copy in it."""

EXTRAS = {
    **dict.fromkeys(CODE, ("tree_sitter_typescript", "web")),
    "docx": ("docx", "word"),
}
"""What a format needs beside medlint: the module, and the extra of medlint that brings it."""

_UNREAD = {
    **dict.fromkeys((".adoc", ".asciidoc"), "AsciiDoc is not read; convert it to HTML"),
    **dict.fromkeys(
        (".doc", ".docm", ".dotx", ".odt", ".rtf", ".pages"), "this format is not read; save the article as .docx"
    ),
    ".rst": "reStructuredText is not read; convert it to HTML",
    ".pdf": "PDF is not read; check the text that it was made from",
}


def format_of(path: str) -> str:
    """The format that a file is read as."""
    return SUFFIXES.get(splitext(path)[1].lower(), "text")


def mendable(path: str) -> bool:
    """Whether an edit can be written into the file of an article: what was taken out of another file cannot be put
    back, and code is no place for a sentence."""
    name = format_of(path.partition("!/")[0])  # an article of an export is named below it
    return name in FORMATS and name not in EXTRAS


@cache
def missing_extra(format: str) -> str:  # noqa: A002 (the word of the command line)
    """The extra of medlint that has to be installed before this format can be read; empty when it can be."""
    if format not in EXTRAS:
        return ""
    from importlib.util import find_spec  # most articles need no extra

    module, extra = EXTRAS[format]
    return extra if find_spec(module) is None else ""


def documents(
    path: str,
    stream: BinaryIO,
    format: str | None = None,  # noqa: A002 - the word of the command line
    copy: "Copy | None" = None,
) -> Iterator[Document]:
    """The articles of a file, one after another; most files are one. Without a format its suffix tells it.

    Raises :class:`SourceError` for a file that cannot be read; the articles before the trouble have been given by then.
    """
    refusal = _UNREAD.get(splitext(path)[1].lower())
    if refusal:
        raise SourceError(refusal)
    name = format or format_of(path)
    if extra := missing_extra(name):
        raise SourceError(f"to read this format, install it with: pip install 'medlint[{extra}]'")
    if name in CONTAINERS:
        yield from __import__(f"linter.parsers.{name}", fromlist=["documents"]).documents(path, stream)
    else:
        data = stream.read()
        source = decode(path, data)
        yield parse(source, name, copy)
        refuse_damage(source, data)


def parse(
    source: SourceText,
    format: str | None = None,  # noqa: A002 - the word of the command line
    copy: "Copy | None" = None,
) -> Document:
    """The document of an article in the given format, else in that of its file's suffix; any text is readable.

    Web code may be too broken to be read: that raises :class:`SourceError`.

    ``copy`` says which keys of web code carry copy, where a project has keys of its own.
    Raises :class:`ValueError` for a format that is not in :data:`FORMATS`.
    """
    name = format or format_of(source.path)
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; use one of {', '.join(FORMATS)}")
    # One run seldom needs every format.
    module = __import__(f"linter.parsers.{name}", fromlist=["parse"])
    document: Document = module.parse(source) if copy is None or name not in CODE else module.parse(source, copy)
    return document
