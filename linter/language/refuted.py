"""Claims that a page denies: *"Regrows cartilage"* as a heading, and *False.* under it.

A whole claim is a block that is a quotation or labeled as a claim (*Claim 2: ...*), words in quotation marks or in bold
with such a label at the start of a block, or any table cell. It is denied if what follows (the next block of the
section, the next cell of the row, the rest of the block) starts with a verdict (:mod:`linter.language.verdicts`);
otherwise the claim stays the page's own. In running text, a claim is what the page reports of others, and the verdict
may be anywhere near; on a balanced page it needs none (:mod:`.hearsay`).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, pairwise, starmap

from linter.document import Block, InlineKind, Scope
from linter.expression import expression
from linter.language.clauses import Clauses
from linter.language.hearsay import find_hearsay
from linter.language.reading import BlockReading
from linter.language.scope import Cue
from linter.language.verdicts import Verdicts, openings
from linter.value import Struct

_QUOTED = expression(r"(?:[#(]?\d{1,2}[.):]? *)?(?:\"[^\"]{2,300}\"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){2,300}'(?!\w))")
_PUNCTUATION = frozenset(".,:;!?-\u2013\u2014")
_CHECKED = 2
"""Denied headings of one level that make a page one that checks claims."""


class Refuted(Struct, frozen=True, order=True):
    """A claim at the words ``[first, last)`` of a block that the page denies or only passes on."""

    block: int
    first: int
    last: int

    @property
    def cue(self) -> Cue:
        """The cue that marks the claim as not asserted; it covers no words itself."""
        return Cue("attribution", self.first - 1, self.first - 1, self.first, self.last, "attribution.refuted")


def find_refuted(
    readings: Sequence[BlockReading], clauses: Callable[[BlockReading], Clauses], balanced: bool
) -> Mapping[int, Sequence[Refuted]]:
    """Return the denied claims by block index, in order and without overlaps, from the readings of all blocks.
    ``clauses`` returns the clause borders of a block. Hearsay on a ``balanced`` page counts as denied."""
    found: dict[int, list[Refuted]] = {}
    verdicts = Verdicts(readings, clauses)
    hearsay = find_hearsay(readings, verdicts.reported) if balanced else ()
    running = chain(verdicts.denied(), hearsay)
    for claim in sorted([*_whole(readings), *starmap(Refuted, running)]):
        claims = found.setdefault(claim.block, [])
        if claims and claim.first < claims[-1].last:
            previous = claims.pop()
            claim = Refuted(previous.block, previous.first, max(previous.last, claim.last))
        claims.append(claim)
    return found


def _whole(readings: Sequence[BlockReading]) -> Iterator[Refuted]:
    """Yield the denied blocks, cells and starts of blocks.

    A page that denies two headings of a level checks claims. Its other quoted headings of that level count as denied
    too, unless it confirms them.
    """
    denied = {claim.block: claim for claim in _denied(readings)}
    yield from denied.values()
    levels = Counter(readings[index].block.level for index in denied if readings[index].block.scope is Scope.HEADING)
    for reading, verdict in pairwise(readings):
        block = reading.block
        if block.scope is not Scope.HEADING or block.index in denied or levels[block.level] < _CHECKED:
            continue
        if _opening(reading) == len(reading.words) and not verdict.of("verdict.confirmed"):
            yield Refuted(block.index, 0, len(reading.words))


def _denied(readings: Sequence[BlockReading]) -> Iterator[Refuted]:
    for reading in readings:
        verdicts = openings(reading)
        if 0 in verdicts and reading.block.index:
            previous = readings[reading.block.index - 1]
            if _is_under(reading.block, previous):
                yield Refuted(previous.block.index, 0, len(previous.words))
        if verdicts and (first := _opening(reading)) in verdicts and first:
            yield Refuted(reading.block.index, 0, first)


def _is_under(block: Block, claim: BlockReading) -> bool:
    """Whether a block that starts with a verdict is about the claim right above it or in another cell of its row."""
    if block.row >= 0 or claim.block.row >= 0:
        return block.beside(claim.block) and block.column != claim.block.column
    if block.section != claim.block.section or block.scope is Scope.HEADING:
        return False
    quoted = claim.block.quoted or claim.block.scope is Scope.QUOTE
    return quoted or claim.has_in(0, 1, "verdict.claim") or _opening(claim) == len(claim.words)


def _opening(reading: BlockReading) -> int:
    """Return the index of the word after a claim, and its punctuation, at the start of a block; 0 if there is none."""
    quotation = _QUOTED.match(reading.text)
    labeled = reading.label_end if reading.has_in(0, 1, "verdict.claim") else 0
    marked = (mark.end for mark in reading.block.inlines if mark.start == 0 and mark.kind is InlineKind.QUOTATION)
    end = quotation.end() if quotation else next(marked, labeled)
    if not end:
        return 0
    words = reading.words
    last = bisect_left(words.starts, end)
    while last < len(words) and words.words[last] in _PUNCTUATION:
        last += 1
    return last
