"""The visible sentences of an article, in reading order."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from linter.checks.article import Article, once
from linter.document import Block, Scope
from linter.language.hits import Hit
from linter.language.reading import BlockReading, Sentence
from linter.value import Struct

UNSEEN = frozenset({Scope.ALT_TEXT, Scope.DESCRIPTION, Scope.TITLE, Scope.NAVIGATION})
"""Scopes that cannot hold a notice: readers do not see these blocks, or do not read them as text."""

CELLS = 40
"""Cells on either side in a table row that are read together."""
_TABLE_CELLS = 400
"""Cells above a table row in which to look for its headers."""


def row_of(article: Article, block: Block) -> Iterator[BlockReading]:
    """Yield the cells in a block's table row, including itself."""
    if block.row >= 0:
        near = article.readings[max(0, block.index - CELLS) : block.index + CELLS]
        yield from (other for other in near if other.block.beside(block))


def headers_of(article: Article, row: Sequence[BlockReading]) -> Iterator[BlockReading]:
    """Yield the headers above the cells of a table row."""
    columns = {cell.block.column for cell in row}
    if columns:
        above = article.readings[max(0, row[0].block.index - _TABLE_CELLS) : row[0].block.index]
        table = takewhile(lambda other: other.block.row >= 0, reversed(above))
        yield from (cell for cell in table if cell.block.scope is Scope.TABLE_HEADER and cell.block.column in columns)


class Line(Struct, frozen=True, dict=True):
    """A sentence of an article; ``place`` is its index among the visible ones."""

    place: int
    reading: BlockReading
    sentence: Sentence

    @cached_property
    def text(self) -> str:
        """The sentence's text."""
        return self.reading.text[self.sentence.start : self.sentence.end]

    @cached_property
    def is_question(self) -> bool:
        """Whether the sentence is a question."""
        return self.reading.asks(self.sentence)

    def of(self, *classes: str) -> list[Hit]:
        """Return the hits of some lexicon classes in the sentence, in order."""
        found: list[Hit] = []
        families = self.reading.families
        for name in classes:  # a single class's hits are already sorted, which allows bisection
            hits = families.get(name)
            if hits:
                first = bisect_left(hits, (self.sentence.first,))
                found += hits[first : bisect_left(hits, (self.sentence.last,), first)]
        if len(classes) > 1:
            found.sort()
        return found

    def words(self, first: int | None = None) -> Sequence[str]:
        """Return the words of the sentence, from a word index on."""
        return self.reading.words.words[self.sentence.first if first is None else first : self.sentence.last]


@once
def visible_lines(article: Article) -> tuple[Line, ...]:
    """Return the visible sentences of an article, in order."""
    lines: list[Line] = []
    for reading in article.readings:
        if reading.block.scope not in UNSEEN:
            first = len(lines)
            lines.extend(Line(first + offset, reading, part) for offset, part in enumerate(reading.sentences))
    return tuple(lines)


@once
def lines_with(article: Article, name: str) -> tuple[Line, ...]:
    """Return the visible sentences that have a hit of a lexicon class, in order."""
    return tuple(line for line in visible_lines(article) if line.of(name)) if name in article.holding else ()


def around(lines: Sequence[Line], line: Line, before: int, after: int) -> Sequence[Line]:
    """Return a line with some lines before and after it, widened to the whole row for a table cell."""
    first = max(0, line.place - before)
    last = min(len(lines), line.place + after + 1)
    row = line.reading.block.row
    if row >= 0:
        while first > max(0, line.place - CELLS) and lines[first - 1].reading.block.row == row:
            first -= 1
        while last < min(len(lines), line.place + CELLS) and lines[last].reading.block.row == row:
            last += 1
    return lines[first:last]
