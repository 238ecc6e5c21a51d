"""Reads a Word file: its text is one paragraph a line, so a finding's line is its paragraph, its column the character.

The offsets are those of this text: a Word file has no text of its own that a place could be told in.
"""

from collections.abc import Iterator
from itertools import accumulate, groupby, pairwise

from linter.document import Document, InlineKind, Scope
from linter.parsers.docx_file import Opened, open_word
from linter.parsers.docx_text import Fragment, Paragraph, paragraphs
from linter.parsers.flow import Flow
from linter.parsers.structure import assemble
from linter.source import SourceText
from linter.typed import BinaryIO


def documents(path: str, stream: BinaryIO) -> Iterator[Document]:
    """The one article of a Word file. Raises :class:`SourceError`."""
    yield read_word(path, open_word(stream))


def read_word(path: str, word: Opened) -> Document:
    """The document of an opened Word file."""
    found = list(paragraphs(word))
    source = SourceText(path, "\n".join("".join(one.text for one in each.fragments) for each in found))
    flow = Flow(source.text)
    start = 0
    for paragraph in found:
        start = _paragraph(flow, paragraph, start, word.comments) + 1
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
