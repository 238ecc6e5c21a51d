"""What a page only hands on: quotations, what others are said to say, what the page says that it once said.

A seller's page takes over what it quotes unless it denies it. A balanced page does not, whether or not a verdict stands
beside it.
"""

from collections.abc import Callable, Iterator, Sequence

from linter.document import Block, Scope
from linter.language.clauses import Clauses
from linter.language.reading import BlockReading
from linter.language.reported import How, Reported, Stretch, find_reported

_WHOLE = ("reported.others.aside", "reported.former", "verdict.claim")
"""What says of its sentence as a whole that it is no claim of the page."""
_STORIES = ("testimonial.speaker", "testimonial.case", "testimonial.section")
_SIGNATURE = 4
"""Words behind a quotation that stands by itself: who says it."""
_DASHES = (["-"], ["\u2013"], ["\u2014"])


def find_hearsay(readings: Sequence[BlockReading], clauses: Callable[[BlockReading], Clauses]) -> Iterator[Stretch]:
    """What an article hands on; stories of patients stay with the page. ``readings`` are those of its blocks, by index;
    ``clauses`` gives the clause borders of a block."""
    heading: BlockReading | None = None
    columns: set[int] = set()
    for reading in readings:
        block = reading.block
        if block.heads:
            heading = reading
        if block.row < 0:
            columns.clear()
        if block.scope is Scope.TABLE_HEADER:  # of a column or of a row: it says nothing of the other columns
            columns.discard(block.column)
            if reading.of("reported.column") and not reading.of("reported.column.own"):
                columns.add(block.column)
        elif _is_of_others(block, columns, heading):
            yield block.index, 0, len(reading.words)
        elif not (reading.has(_STORIES) or (heading is not None and heading.has(_STORIES))):
            yield from ((block.index, first, last) for first, last in _in_text(reading, clauses))


def _is_of_others(block: Block, columns: set[int], heading: BlockReading | None) -> bool:
    """Whether a block stands in a column of what others say, or in a list of what its heading says to beware of."""
    if block.scope is Scope.LIST_ITEM:
        return heading is not None and bool(heading.of("reported.warning"))
    return block.row >= 0 and block.column in columns


def _in_text(reading: BlockReading, clauses: Callable[[BlockReading], Clauses]) -> Iterator[tuple[int, int]]:
    for one in find_reported(reading, clauses):
        signed = one.how is How.QUOTED and _is_signed(one, reading)
        if not signed and not reading.among(one.first, one.last, "testimonial.self"):
            yield one.first, one.last
    for hit in reading.of(*_WHOLE):
        sentence = reading.sentence_at(hit.first)
        yield sentence.first, sentence.last


def _is_signed(quotation: Reported, reading: BlockReading) -> bool:
    """Whether hardly more than a name stands behind a quotation, up to the next one or the end of the block."""
    behind = reading.words.words[quotation.last : quotation.last + _SIGNATURE + 1]
    alone = len(behind) <= _SIGNATURE or '"' in behind
    return alone and not reading.block.heads and (not quotation.first or behind[:1] in _DASHES)
