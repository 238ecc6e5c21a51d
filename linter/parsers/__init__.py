"""Parsers: one module per format, and the table that assigns files to formats."""

from collections.abc import Iterator
from functools import cache
from os.path import splitext

from linter.document import Document
from linter.source import SourceError, SourceText, decode, refuse_damage
from linter.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from linter.parsers.components import Copy

FORMATS = ("markdown", "mdx", "html", "text", "template", "tsx", "astro", "svelte", "vue")
"""Formats whose text is the article. Each has a module of the same name in this package."""

CONTAINERS = ("docx", "wxr")
"""Formats from which articles are extracted: an archive, an export of many articles."""

STREAMED = ("wxr",)
"""Formats that are read in chunks, so that a file may exceed the size limit of an article."""

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
"""The format by lower-case file suffix; any other file is read as plain text."""

CODE = ("tsx", "astro", "svelte", "vue")
"""Formats of web code, for which a project may configure which keys hold copy."""

EXTRAS = {
    **dict.fromkeys(CODE, ("tree_sitter_typescript", "web")),
    "docx": ("docx", "word"),
}
"""The module that a format requires, and the extra of medlint that installs it."""

_UNSUPPORTED = {
    **dict.fromkeys((".adoc", ".asciidoc"), "AsciiDoc is not supported; convert it to HTML"),
    **dict.fromkeys(
        (".doc", ".docm", ".dotx", ".odt", ".rtf", ".pages"), "this format is not supported; save the article as .docx"
    ),
    ".rst": "reStructuredText is not supported; convert it to HTML",
    ".pdf": "PDF is not supported; check the document that it was made from",
}


def format_of(path: str) -> str:
    """Return the format that a file is read as."""
    return SUFFIXES.get(splitext(path)[1].lower(), "text")


def editable(path: str) -> bool:
    """Return whether edits can be written to an article's file: not to a container, and not to web code."""
    name = format_of(path.partition("!/")[0])  # articles of an export are named EXPORT!/NAME
    return name in FORMATS and name not in EXTRAS


@cache
def missing_extra(format: str) -> str:  # noqa: A002 - named as on the command line
    """Return the extra of medlint that must be installed to read this format, or an empty string."""
    if format not in EXTRAS:
        return ""
    from importlib.util import find_spec  # most articles need no extra

    module, extra = EXTRAS[format]
    return extra if find_spec(module) is None else ""


def documents(
    path: str,
    stream: BinaryIO,
    format: str | None = None,  # noqa: A002 - named as on the command line
    copy: "Copy | None" = None,
) -> Iterator[Document]:
    """Yield the articles of a file, usually one. Without a format, the suffix of the file determines it.

    Raises :class:`SourceError` if the file cannot be read, possibly after some articles.
    """
    refusal = _UNSUPPORTED.get(splitext(path)[1].lower())
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
    format: str | None = None,  # noqa: A002 - named as on the command line
    copy: "Copy | None" = None,
) -> Document:
    """Parse an article in the given format, or the format of its file's suffix.

    ``copy`` names the keys that hold copy in a project's web code. Raises :class:`SourceError` for web code with severe
    syntax errors (text in other formats is always readable), and :class:`ValueError` for a format that is not in
    :data:`FORMATS`.
    """
    name = format or format_of(source.path)
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; use one of {', '.join(FORMATS)}")
    # a run rarely needs every format
    module = __import__(f"linter.parsers.{name}", fromlist=["parse"])
    document: Document = module.parse(source) if copy is None or name not in CODE else module.parse(source, copy)
    return document
