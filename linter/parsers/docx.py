"""The parser for Word files.

The text of an article has one paragraph per line, so a finding's line is its paragraph. Offsets refer to this text.
"""

from collections.abc import Iterator
from itertools import accumulate, groupby, pairwise

from linter.document import Document, InlineKind, Scope
from linter.parsers.docx_file import WordFile, open_word
from linter.parsers.docx_text import Fragment, Paragraph, paragraphs
from linter.parsers.flow import Flow
from linter.parsers.structure import assemble
from linter.source import SourceText
from linter.typed import BinaryIO


def documents(path: str, stream: BinaryIO) -> Iterator[Document]:
    """Yield the one article of a Word file. Raises :class:`SourceError`."""
    yield read_word(path, open_word(stream))


def read_word(path: str, word: WordFile) -> Document:
    """Parse an opened Word file."""
    content = list(paragraphs(word))
    lines = ("".join(fragment.text for fragment in paragraph.fragments) for paragraph in content)
    source = SourceText(path, "\n".join(lines))
    flow = Flow(source.text)
    start = 0
    for paragraph in content:
        start = _paragraph(flow, paragraph, start, word.comments) + 1
    return assemble(source, "docx", flow.drafts, flow.comments)


def _paragraph(flow: Flow, paragraph: Paragraph, start: int, comments: dict[str, str]) -> int:
    """Read a paragraph and return the offset of its end."""
    ends = list(accumulate((len(fragment.text) for fragment in paragraph.fragments), initial=start))
    mark = flow.enter(paragraph.context)
    placed = list(zip(paragraph.fragments, pairwise(ends), strict=True))
    for style, group in groupby(placed, key=lambda pair: (pair[0].link, pair[0].strong, pair[0].emphasis)):
        _same_style(flow, list(group), *style)
    flow.leave(mark, ends[-1])
    for number, index in paragraph.comments:
        # a comment is placed at the end of the words that it is about
        if ends[-1] > start:
            end = max(ends[min(index, len(ends) - 1)], start + 1)
            flow.comment(comments.get(number, ""), end - 1, end)
    return ends[-1]


def _same_style(
    flow: Flow, fragments: list[tuple[Fragment, tuple[int, int]]], link: str | None, strong: bool, emphasis: bool
) -> None:
    """Read consecutive fragments of the same style: all in one link, all strong …"""
    start, end = fragments[0][1][0], fragments[-1][1][1]
    kinds = [(InlineKind.LINK, link is not None), (InlineKind.STRONG, strong), (InlineKind.EMPHASIS, emphasis)]
    opened = [flow.begin(kind, start, link or "") for kind, applies in kinds if applies]
    for fragment, (first, last) in fragments:
        if fragment.kind == "text":
            flow.run(first, last)
        elif fragment.kind == "break":
            flow.unit("\n", first, last)
        elif fragment.kind == "alt":
            flow.aside(Scope.ALT_TEXT, first, last, markup=False)
        elif fragment.kind == "dropped":
            flow.unit(fragment.text, first, last)
        else:
            flow.drop(InlineKind.REFERENCE if fragment.kind == "note" else InlineKind.IMAGE, first, last)
    for inline in reversed(opened):
        if inline is not None:
            flow.end(inline, end)
