"""Verdicts on what a page reports of others: that it is false, doubtful or not to be believed.

After the reported words, a verdict starts the next sentence (``verdict.denied``: *False.*), has them or a reference to
them as its subject (``verdict.denies``, after a ``verdict.pointer``: *that ad is wrong*), or stands alone
(``verdict.disowned``: *I doubt it*). Before them, it warns against them (``verdict.warned``: *ignore any site that says
…*) or says that nobody may say them (``verdict.unsaid``: *nobody should tell you that …*). A question is not a
verdict (except *says who?*); neither is what others think (``verdict.supposed``) or what the page excepts itself from
(``verdict.adopted``: *ours does*).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from linter.document import Scope
from linter.language.clauses import Clauses
from linter.language.hits import Hit
from linter.language.reading import MAX_SENTENCE_WORDS, BlockReading
from linter.language.reported import How, Reported, WordRange, clause_end, find_reported

_AFTER = ("verdict.denied", "verdict.denies", "verdict.disowned")
_BEFORE = ("verdict.warned", "verdict.unsaid")
_POINTERS = ("verdict.pointer", "subject.pronoun")
_SENTENCES = 2
"""Maximum sentences between a verdict and what it refers to; a one-word verdict must follow immediately."""
_GAP = 8
"""Maximum words between reported words and their predicate, including the speaker."""
_NEAR = 3
"""Maximum words between quotations that share a verdict, and between a warning and a quotation."""
_BORDERS = ("grammar.join", "grammar.finite", "clause.contrast", "clause.subordinate")


def openings(reading: BlockReading) -> set[int]:
    """Return the words of a block at which verdicts on the preceding text start."""
    return {_start_and_reach(hit, reading)[0] for hit in reading.of(*_AFTER)} if reading.has(_AFTER) else set()


class Verdicts:
    """The verdicts of an article, from the readings of its blocks. ``clauses`` returns the borders of a block."""

    def __init__(self, readings: Sequence[BlockReading], clauses: Callable[[BlockReading], Clauses]) -> None:
        self._readings, self._clauses = readings, clauses
        self._known: dict[int, list[Reported]] = {}

    def denied(self) -> Iterator[WordRange]:
        """Yield the reported words that the article denies."""
        for reading in self._readings:
            for hit in reading.of(*_AFTER, *_BEFORE) if reading.has((*_AFTER, *_BEFORE)) else ():
                if self._judges(hit, reading):
                    yield from (self._denied_after if hit.owner in _BEFORE else self._denied_before)(hit, reading)

    def reported(self, reading: BlockReading) -> list[Reported]:
        """Return what the block reports, in order of position."""
        index = reading.block.index
        if index not in self._known:
            self._known[index] = find_reported(reading, self._clauses)
        return self._known[index]

    def _reported(self, reading: BlockReading, first: int, last: int) -> list[Reported]:
        """Return what the block reports in or across the words ``[first, last)``."""
        known = self.reported(reading)
        near = known[bisect_left(known, (first - MAX_SENTENCE_WORDS,)) : bisect_left(known, (last,))]
        return [reported for reported in near if reported.last > first]

    def _judges(self, hit: Hit, reading: BlockReading) -> bool:
        """Whether the verdict is the page's own, and the page does not except itself."""
        sentence = reading.sentence_at(hit.first)
        following = reading.sentence_at(sentence.last) if sentence.last < len(reading.words) else sentence
        return not (
            (reading.asks(sentence) and hit.last < sentence.last - 1)
            or reading.has_in(sentence.first, hit.first, "verdict.supposed")
            or reading.has_in(sentence.first, following.last, "verdict.adopted")
            or any(near.how is How.QUOTED for near in self._reported(reading, hit.first, hit.first + 1))
        )

    def _denied_before(self, hit: Hit, reading: BlockReading) -> Iterator[WordRange]:
        """Yield what a verdict denies before it."""
        sentence = reading.sentence_at(hit.first)
        first, reach = _start_and_reach(hit, reading)
        number = bisect_left(reading.sentences, sentence)
        start = reading.sentences[max(0, number - reach)].first
        near = self._reported(reading, start, first)
        for reported in near if reach else _subjects(near, first, reading):
            if not reading.has_in(reported.last, first, "verdict.supposed"):
                yield reading.block.index, reported.first, min(reported.last, first)
        if number < reach:
            yield from self._denied_above(reading, reach - number)

    def _denied_above(self, reading: BlockReading, reach: int) -> Iterator[WordRange]:
        """Yield what the last ``reach`` sentences of the previous block report, if it is in the same section."""
        block = reading.block
        above = self._readings[block.index - 1]
        if not block.index or block.row >= 0 or block.scope is Scope.HEADING or above.block.section != block.section:
            return
        for sentence in above.sentences[-reach:][:1]:
            for reported in self._reported(above, sentence.first, len(above.words)):
                yield above.block.index, reported.first, reported.last

    def _denied_after(self, hit: Hit, reading: BlockReading) -> Iterator[WordRange]:
        """Yield what a verdict denies after it in its sentence."""
        end = clause_end(hit.last, reading, self._clauses)
        if hit.owner == "verdict.unsaid":
            yield reading.block.index, hit.first, end
        last = hit.last
        for reported in self._reported(reading, hit.last, reading.sentence_at(hit.first).last):
            limit = last + _NEAR + 1 if reported.how is How.QUOTED else min(end, hit.last + _GAP)
            if hit.last <= reported.first < limit:
                yield reading.block.index, hit.first, reported.last
                last = reported.last


def _start_and_reach(hit: Hit, reading: BlockReading) -> tuple[int, int]:
    """Return where a verdict starts, with its pointer, and how many sentences back it reaches (0: its subject only)."""
    if hit.owner == "verdict.disowned":
        return hit.first, _SENTENCES
    sentence = reading.sentence_at(hit.first)
    if hit.owner == "verdict.denied":
        return hit.first, int(hit.first == sentence.first)
    pointers = (pointer for name in _POINTERS for pointer in reading.hits_in(name, sentence.first, hit.first))
    first = min((pointer.first for pointer in pointers if pointer.last == hit.first), default=-1)
    return (hit.first, 0) if first < 0 else (first, _SENTENCES)


def _subjects(near: Sequence[Reported], first: int, reading: BlockReading) -> Iterator[Reported]:
    """Yield the reported words, one or several, that are the subject of a predicate at the word ``first``."""
    gap = _GAP
    for reported in reversed(near):
        far = first - reported.last > gap or (gap == _GAP and reading.has_in(reported.last, first, *_BORDERS))
        if reported.how is How.INDIRECT or (far and not reading.has_in(reported.last, first, "reported.others.aside")):
            return
        yield reported
        first, gap = reported.first, _NEAR
