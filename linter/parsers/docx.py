"""Reads a Word file: its text is one paragraph a line, so a finding's line is its paragraph, its column the character.

The offsets are those of this text: a Word file has no text of its own that a place could be told in.
"""

from collections.abc import Iterator
from itertools import accumulate, groupby, pairwise

from linter.document import Document, InlineKind, Scope
from linter.parsers.docx_text import Fragment, Paragraph, paragraphs
from linter.parsers.flow import Flow
from linter.parsers.structure import assemble
from linter.parsers.xml import ENTITIES
from linter.source import SourceError, SourceText
from linter.typed import Any, BinaryIO

_MAX_UNPACKED = 200_000_000
_NOT_WORD = "cannot be read as a Word file; if it opens in Word, save it there as .docx without a password"
_BEYOND = {
    "depth": "has tables or boxes nested too deep to be read; take them out of each other",
    "limit": "has a text too long to be read in one piece; break it into paragraphs",
    "entity": ENTITIES,
}
"""What is told for a word in the XML reader's complaint."""


def documents(path: str, stream: BinaryIO) -> Iterator[Document]:
    """The one article of a Word file. Raises :class:`SourceError`."""
    opened = open_word(stream)
    yield read_word(path, opened)


def open_word(stream: BinaryIO) -> Any:
    """The opened file, as python-docx has it. Raises :class:`SourceError` for another file and for a zip bomb."""
    from zipfile import BadZipFile, ZipFile
    from zlib import error as inflate_error

    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        with ZipFile(stream) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MAX_UNPACKED:
                raise SourceError(f"unpacks to more than {_MAX_UNPACKED:,} bytes; take pictures out of it")
        opened = docx.Document(stream)
    except LxmlError as error:
        said = str(error).lower()
        raise SourceError(next((told for word, told in _BEYOND.items() if word in said), _NOT_WORD)) from None
    except (BadZipFile, OpcError, inflate_error, EOFError, KeyError, ValueError, RuntimeError):
        raise SourceError(_NOT_WORD) from None
    if opened.element.getroottree().docinfo.internalDTD is not None:
        raise SourceError(ENTITIES)
    return opened


def read_word(path: str, opened: Any) -> Document:
    """The document of an opened Word file."""
    found = list(paragraphs(opened))
    source = SourceText(path, "\n".join("".join(one.text for one in each.fragments) for each in found))
    said = {str(comment.comment_id): comment.text for comment in opened.comments}
    flow = Flow(source.text)
    start = 0
    for paragraph in found:
        start = _paragraph(flow, paragraph, start, said) + 1
    return assemble(source, "docx", flow.drafts, flow.comments)


def _paragraph(flow: Flow, paragraph: Paragraph, start: int, said: dict[str, str]) -> int:
    """Read a paragraph; gives the offset of its end."""
    ends = list(accumulate((len(one.text) for one in paragraph.fragments), initial=start))
    mark = flow.enter(paragraph.context)
    placed = list(zip(paragraph.fragments, pairwise(ends), strict=True))
    for look, group in groupby(placed, key=lambda pair: (pair[0].link, pair[0].strong, pair[0].emphasis)):
        _alike(flow, list(group), *look)
    flow.leave(mark, ends[-1])
    for number, index in paragraph.comments:
        # A comment speaks where the words end that it is about.
        if ends[-1] > start:
            end = max(ends[min(index, len(ends) - 1)], start + 1)
            flow.comment(said.get(number, ""), end - 1, end)
    return ends[-1]


def _alike(
    flow: Flow, fragments: list[tuple[Fragment, tuple[int, int]]], link: str | None, strong: bool, emphasis: bool
) -> None:
    """Read fragments that look alike: all in one link, all strong …"""
    start, end = fragments[0][1][0], fragments[-1][1][1]
    kinds = [(InlineKind.LINK, link is not None), (InlineKind.STRONG, strong), (InlineKind.EMPHASIS, emphasis)]
    opened = [flow.begin(kind, start, link or "") for kind, given in kinds if given]
    for one, (first, last) in fragments:
        if one.kind == "text":
            flow.run(first, last)
        elif one.kind == "break":
            flow.unit("\n", first, last)
        elif one.kind == "alt":
            flow.aside(Scope.ALT_TEXT, first, last, markup=False)
        elif one.kind == "dropped":
            flow.unit(one.text, first, last)
        else:
            flow.drop(InlineKind.REFERENCE if one.kind == "note" else InlineKind.IMAGE, first, last)
    for inline in reversed(opened):
        if inline is not None:
            flow.end(inline, end)
