"""Claims that a page sets out to deny: *"Regrows cartilage"* as a heading, and *False.* under it.

A whole claim is a block that is a quotation or labelled as a claim (*Claim 2: ...*), or the words in quotation marks,
or in bold behind such a label, that open a block; in a row of a table any cell. The verdict is what follows: the next
block of the section, the next cell of the row, the rest of the block. It denies if it opens with a verdict
(:mod:`linter.language.verdicts`); whatever else is said leaves the claim to the page. In running text a claim is what
is reported of others, and the verdict may stand anywhere near; a balanced page needs none (:mod:`.hearsay`).
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
_SIGNS = frozenset(".,:;!?-\u2013\u2014")
_CHECKED = 2
"""Quoted headings of a level that a page denies before it is taken for one that checks claims."""


class Refuted(Struct, frozen=True, order=True):
    """The words ``[first, last)`` of a block are a claim that the page denies, or only hands on."""

    block: int
    first: int
    last: int

    @property
    def cue(self) -> Cue:
        """The cue that keeps the page from asserting the claim; it shares no word with it."""
        return Cue("attribution", self.first - 1, self.first - 1, self.first, self.last, "attribution.refuted")


def find_refuted(
    readings: Sequence[BlockReading], clauses: Callable[[BlockReading], Clauses], balanced: bool
) -> Mapping[int, Sequence[Refuted]]:
    """The denied claims of an article by block index, in order of place, none of which overlap. ``readings`` are those
    of its blocks, by index; ``clauses`` gives the clause borders of a block. What a ``balanced`` page hands on
    counts as denied."""
    found: dict[int, list[Refuted]] = {}
    hearsay = find_hearsay(readings, clauses) if balanced else ()
    running = chain(Verdicts(readings, clauses).denied(), hearsay)
    for claim in sorted([*_whole(readings), *starmap(Refuted, running)]):
        claims = found.setdefault(claim.block, [])
        if claims and claim.first < claims[-1].last:
            before = claims.pop()
            claim = Refuted(before.block, before.first, max(before.last, claim.last))
        claims.append(claim)
    return found


def _whole(readings: Sequence[BlockReading]) -> Iterator[Refuted]:
    """The denied blocks, cells and openings of blocks.

    A page that denies two quoted headings of a level checks claims: the others of that level are no promises either,
    but for those that it confirms.
    """
    denied = {one.block: one for one in _denied(readings)}
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
            before = readings[reading.block.index - 1]
            if _is_under(reading.block, before):
                yield Refuted(before.block.index, 0, len(before.words))
        if verdicts and (first := _opening(reading)) in verdicts and first:
            yield Refuted(reading.block.index, 0, first)


def _is_under(block: Block, claim: BlockReading) -> bool:
    """Whether a block that opens with a verdict stands right under a claim, or beside one."""
    if block.row >= 0 or claim.block.row >= 0:
        return block.beside(claim.block) and block.column != claim.block.column
    if block.section != claim.block.section or block.scope is Scope.HEADING:
        return False
    quoted = claim.block.quoted or claim.block.scope is Scope.QUOTE
    return quoted or claim.among(0, 1, "verdict.claim") or _opening(claim) == len(claim.words)


def _opening(reading: BlockReading) -> int:
    """The word behind the claim that opens a block and the signs that follow it; 0 where none does."""
    quotation = _QUOTED.match(reading.text)
    labelled = reading.label_end if reading.among(0, 1, "verdict.claim") else 0
    marked = (mark.end for mark in reading.block.inlines if mark.start == 0 and mark.kind is InlineKind.QUOTATION)
    end = quotation.end() if quotation else next(marked, labelled)
    if not end:
        return 0
    words = reading.words
    last = bisect_left(words.starts, end)
    while last < len(words) and words.words[last] in _SIGNS:
        last += 1
    return last
