"""Hearsay: quotations, statements attributed to others, and former statements of the page itself.

A page that sells adopts what it quotes unless it denies it; a balanced page does not adopt it either way.
"""

from collections.abc import Callable, Iterator, Sequence

from linter.document import Block, Scope
from linter.language.clauses import Clauses
from linter.language.reading import BlockReading
from linter.language.reported import How, Reported, Stretch, find_reported

_WHOLE = ("reported.others.aside", "reported.former", "verdict.claim")
"""Classes of terms that mark their whole sentence as hearsay."""
_STORIES = ("testimonial.speaker", "testimonial.case", "testimonial.section")
_SIGNATURE = 4
"""Maximum words of the speaker's name after a quotation."""
_DASHES = (["-"], ["\u2013"], ["\u2014"])


def find_hearsay(readings: Sequence[BlockReading], clauses: Callable[[BlockReading], Clauses]) -> Iterator[Stretch]:
    """Find the hearsay, except patients' stories, in the readings of all blocks. ``clauses`` returns the clause borders
    of a block."""
    heading: BlockReading | None = None
    columns: set[int] = set()
    for reading in readings:
        block = reading.block
        if block.is_heading:
            heading = reading
        if block.row < 0:
            columns.clear()
        if block.scope is Scope.TABLE_HEADER:  # of a column or a row: says nothing about other columns
            columns.discard(block.column)
            if reading.of("reported.column") and not reading.of("reported.column.own"):
                columns.add(block.column)
        elif _is_of_others(block, columns, heading):
            yield block.index, 0, len(reading.words)
        elif not (reading.has(_STORIES) or (heading is not None and heading.has(_STORIES))):
            yield from ((block.index, first, last) for first, last in _in_text(reading, clauses))


def _is_of_others(block: Block, columns: set[int], heading: BlockReading | None) -> bool:
    """Whether a block is in a table column of others' words, or in a list whose heading is a warning."""
    if block.scope is Scope.LIST_ITEM:
        return heading is not None and bool(heading.of("reported.warning"))
    return block.row >= 0 and block.column in columns


def _in_text(reading: BlockReading, clauses: Callable[[BlockReading], Clauses]) -> Iterator[tuple[int, int]]:
    for passage in find_reported(reading, clauses):
        signed = passage.how is How.QUOTED and _is_signed(passage, reading)
        if not signed and not reading.has_in(passage.first, passage.last, "testimonial.self"):
            yield passage.first, passage.last
    for hit in reading.of(*_WHOLE):
        sentence = reading.sentence_at(hit.first)
        yield sentence.first, sentence.last


def _is_signed(quotation: Reported, reading: BlockReading) -> bool:
    """Whether only a few words, such as a name, follow a quotation before the next one or the end of the block."""
    following = reading.words.words[quotation.last : quotation.last + _SIGNATURE + 1]
    alone = len(following) <= _SIGNATURE or '"' in following
    return alone and not reading.block.is_heading and (not quotation.first or following[:1] in _DASHES)
