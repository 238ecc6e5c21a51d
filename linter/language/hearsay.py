"""Hearsay: quotations, statements attributed to others, and former statements of the page itself.

A page that sells adopts what it quotes unless it denies it; a balanced page does not adopt it either way.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from linter.document import Block, Scope
from linter.language.reading import BlockReading
from linter.language.reported import How, Reported, WordRange

_WHOLE = ("reported.others.aside", "reported.former", "verdict.claim")
"""Classes of terms that mark their whole sentence as hearsay."""
_STORIES = ("testimonial.speaker", "testimonial.case", "testimonial.section")
_SIGNATURE = 4
"""Maximum words of the speaker's name after a quotation."""
_MAX_WIDTH = 20
"""Maximum columns under a header; otherwise a small file could cost a lot of memory."""
_DASHES = (["-"], ["\u2013"], ["\u2014"])


def find_hearsay(
    readings: Sequence[BlockReading], reported: Callable[[BlockReading], Sequence[Reported]]
) -> Iterator[WordRange]:
    """Find the hearsay, except patients' stories, in the readings of all blocks. ``reported`` returns what a block
    reports."""
    heading: BlockReading | None = None
    columns: dict[int, set[int]] = defaultdict(set)
    for reading in readings:
        block = reading.block
        if block.is_heading:
            heading = reading
        if block.scope is Scope.TABLE_HEADER:  # of columns or a row: says nothing about other columns
            under = range(block.column, block.column + min(block.width, _MAX_WIDTH))
            columns[block.table].difference_update(under)
            if reading.of("reported.column") and not reading.of("reported.column.own"):
                columns[block.table].update(under)
        elif _is_of_others(block, columns, heading):
            yield block.index, 0, len(reading.words)
        elif not (reading.has(_STORIES) or (heading is not None and heading.has(_STORIES))):
            yield from ((block.index, first, last) for first, last in _in_text(reading, reported(reading)))


def _is_of_others(block: Block, columns: Mapping[int, Container[int]], heading: BlockReading | None) -> bool:
    """Whether a block is in a table column of others' words, or in a list whose heading is a warning."""
    if block.scope is Scope.LIST_ITEM:
        return heading is not None and bool(heading.of("reported.warning"))
    return block.row >= 0 and block.table in columns and block.column in columns[block.table]


def _in_text(reading: BlockReading, reported: Sequence[Reported]) -> Iterator[tuple[int, int]]:
    for passage in reported:
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
