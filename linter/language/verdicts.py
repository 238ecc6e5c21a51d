"""Verdicts on what a page reports of others: that it is wrong, doubtful, not to be believed.

Behind the reported words a verdict opens the next sentence (``verdict.denied``: *False.*), is said of them or of what
points back to them (``verdict.denies``, behind a ``verdict.pointer``: *that ad is wrong*), or stands by itself
(``verdict.disowned``: *I doubt it*). Before them it warns of them (``verdict.warned``: *ignore any site that says …*)
or says that nobody may say them (``verdict.unsaid``: *nobody should tell you that …*). A question is no verdict (but
*says who?*), nor is what others think (``verdict.supposed``), nor what the page takes back for itself
(``verdict.adopted``: *ours does*).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from linter.document import Scope
from linter.language.clauses import Clauses
from linter.language.hits import Hit
from linter.language.reading import LONGEST_SENTENCE, BlockReading
from linter.language.reported import How, Reported, Stretch, clause_end, find_reported

_BEHIND = ("verdict.denied", "verdict.denies", "verdict.disowned")
_AHEAD = ("verdict.warned", "verdict.unsaid")
_POINTERS = ("verdict.pointer", "subject.pronoun")
_SENTENCES = 2
"""How many sentences a verdict may stand behind what it points back to; one that is only a word stands right behind."""
_GAP = 8
"""Words between what is reported and what is said of it, who says it among them."""
_NEAR = 3
"""Words between several quotations of which the same is said; between a warning and a quotation."""
_BORDERS = ("grammar.join", "grammar.finite", "clause.contrast", "clause.subordinate")


def openings(reading: BlockReading) -> set[int]:
    """The words of a block at which verdicts on what stands before begin."""
    return {_points(hit, reading)[0] for hit in reading.of(*_BEHIND)} if reading.has(_BEHIND) else set()


class Verdicts:
    """The verdicts of an article. ``readings`` are those of its blocks, ``clauses`` gives the borders of a block."""

    def __init__(self, readings: Sequence[BlockReading], clauses: Callable[[BlockReading], Clauses]) -> None:
        self._readings, self._clauses = readings, clauses
        self._known: dict[int, list[Reported]] = {}

    def denied(self) -> Iterator[Stretch]:
        """The reported words that the article denies."""
        for reading in self._readings:
            for hit in reading.of(*_BEHIND, *_AHEAD) if reading.has((*_BEHIND, *_AHEAD)) else ():
                if self._judges(hit, reading):
                    yield from (self._ahead if hit.owner in _AHEAD else self._behind)(hit, reading)

    def _reported(self, reading: BlockReading, first: int, last: int) -> list[Reported]:
        """What of a block is reported that shares words with ``[first, last)``."""
        index = reading.block.index
        if index not in self._known:
            self._known[index] = find_reported(reading, self._clauses)
        known = self._known[index]
        near = known[bisect_left(known, (first - LONGEST_SENTENCE,)) : bisect_left(known, (last,))]
        return [one for one in near if one.last > first]

    def _judges(self, hit: Hit, reading: BlockReading) -> bool:
        """Whether the page itself says the verdict, and does not except itself."""
        sentence = reading.sentence_at(hit.first)
        following = reading.sentence_at(sentence.last) if sentence.last < len(reading.words) else sentence
        return not (
            (reading.asks(sentence) and hit.last < sentence.last - 1)
            or reading.among(sentence.first, hit.first, "verdict.supposed")
            or reading.among(sentence.first, following.last, "verdict.adopted")
            or any(one.how is How.QUOTED for one in self._reported(reading, hit.first, hit.first + 1))
        )

    def _behind(self, hit: Hit, reading: BlockReading) -> Iterator[Stretch]:
        """What a verdict denies that stands before it."""
        sentence = reading.sentence_at(hit.first)
        first, reach = _points(hit, reading)
        number = bisect_left(reading.sentences, sentence)
        start = reading.sentences[max(0, number - reach)].first
        near = self._reported(reading, start, first)
        for one in near if reach else _spoken_of(near, first, reading):
            if not reading.among(one.last, first, "verdict.supposed"):
                yield reading.block.index, one.first, min(one.last, first)
        if number < reach:
            yield from self._above(reading, reach - number)

    def _above(self, reading: BlockReading, reach: int) -> Iterator[Stretch]:
        """What the last sentences of the block before report, which the first ones of a block deny."""
        block = reading.block
        before = self._readings[block.index - 1]
        if not block.index or block.row >= 0 or block.scope is Scope.HEADING or before.block.section != block.section:
            return
        for sentence in before.sentences[-reach:][:1]:
            for one in self._reported(before, sentence.first, len(before.words)):
                yield before.block.index, one.first, one.last

    def _ahead(self, hit: Hit, reading: BlockReading) -> Iterator[Stretch]:
        """What a verdict denies that stands behind it in its sentence."""
        end = clause_end(hit.last, reading, self._clauses)
        if hit.owner == "verdict.unsaid":
            yield reading.block.index, hit.first, end
        last = hit.last
        for one in self._reported(reading, hit.last, reading.sentence_at(hit.first).last):
            is_near = one.first <= last + _NEAR if one.how is How.QUOTED else one.first < min(end, hit.last + _GAP)
            if hit.last <= one.first and is_near:
                yield reading.block.index, hit.first, one.last
                last = one.last


def _points(hit: Hit, reading: BlockReading) -> tuple[int, int]:
    """Where a verdict begins with what points back, and over how many sentences it does; 0 where nothing does."""
    if hit.owner == "verdict.disowned":
        return hit.first, _SENTENCES
    sentence = reading.sentence_at(hit.first)
    if hit.owner == "verdict.denied":
        return hit.first, int(hit.first == sentence.first)
    pointers = (pointer for name in _POINTERS for pointer in reading.between(name, sentence.first, hit.first))
    first = min((pointer.first for pointer in pointers if pointer.last == hit.first), default=-1)
    return (hit.first, 0) if first < 0 else (first, _SENTENCES)


def _spoken_of(near: Sequence[Reported], first: int, reading: BlockReading) -> Iterator[Reported]:
    """Of what is reported that of which a predicate, at a word, is said: right before it, one or several."""
    gap = _GAP
    for one in reversed(near):
        far = first - one.last > gap or (gap == _GAP and reading.among(one.last, first, *_BORDERS))
        if one.how is How.TOLD or (far and not reading.among(one.last, first, "reported.others.aside")):
            return
        yield one
        first, gap = one.first, _NEAR
