"""Reported words of others: quotations, words in bold or italics after their speaker, and indirect speech.

The lexicon classes ``reported`` identify the speaker: others (*an ad says*, *a friend swears that*), or the page or its
patients (``reported.own``), whose praise counts as the page's own.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from enum import StrEnum

from linter.document import InlineKind
from linter.expression import expression
from linter.language.clauses import Clauses
from linter.language.hits import Hit, words_of
from linter.language.reading import SET_APART, BlockReading
from linter.value import NamedTuple

_QUOTED = expression(r"\"[^\"]{2,600}\"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){2,300}'(?!\w)")
_NAMED = "reported.others.named"
_CLAUSE_ENDS = ("sign", "contrast")
_NEAR = 3
"""Maximum words between a speaker and words in bold or italics."""

WordRange = tuple[int, int, int]
"""A block index, and the words ``[first, last)`` of the block."""


class How(StrEnum):
    """How words are reported: as a quotation, after a noun for them (*claims that …*), or as indirect speech."""

    QUOTED = "quoted"
    NAMED = "named"
    INDIRECT = "indirect"


class Reported(NamedTuple):
    """Reported words ``[first, last)`` of a block."""

    first: int
    last: int
    how: How


def find_reported(reading: BlockReading, clauses: Callable[[BlockReading], Clauses]) -> list[Reported]:
    """Find what a block reports of others, in order. ``clauses`` returns the clause borders of a block."""
    found = [Reported(*words, How.QUOTED) for words in _set_apart(reading) if not _is_own(*words, reading)]
    own = words_of(reading.of("reported.own"))
    speakers: dict[int, Hit] = {}
    for hit in sorted(reading.of("reported.others"), key=lambda hit: (hit.first, hit.owner != _NAMED)):
        if hit.first not in own and hit.owner != "reported.others.aside":  # not "our clinic says", "..., says the box"
            speakers.setdefault(hit.last, hit)
    for last, hit in speakers.items():
        how = How.NAMED if hit.owner == _NAMED else How.INDIRECT
        found.append(Reported(last, clause_end(last, reading, clauses), how))
    return sorted(found)


def clause_end(word: int, reading: BlockReading, clauses: Callable[[BlockReading], Clauses]) -> int:
    """Return the end of the words reported from ``word`` on."""
    _, last = clauses(reading).around(word, reading.sentence_at(word - 1), _CLAUSE_ENDS)
    return last


def _set_apart(reading: BlockReading) -> Iterator[tuple[int, int]]:
    """Yield the words of each quotation, and words in bold or italics next to a speaker or a verdict."""
    for quotation in _QUOTED.finditer(reading.text):
        yield _words(reading, *quotation.span())
    for mark in reading.block.inlines:
        first, last = _words(reading, mark.start, mark.end)
        if first < last and (
            mark.kind is InlineKind.QUOTATION or (mark.kind in SET_APART and _is_named(first, last, reading))
        ):
            yield first, last


def _is_named(first: int, last: int, reading: BlockReading) -> bool:
    """Whether words in bold or italics follow a speaker or precede a verdict."""
    named = reading.hits_in("reported", first - 2 * _NEAR, first)
    return reading.has_in(last, last + 1, "verdict.denies") or any(hit.last > first - _NEAR for hit in named)


def _words(reading: BlockReading, start: int, end: int) -> tuple[int, int]:
    starts = reading.words.starts
    return bisect_left(starts, start), bisect_left(starts, end)


def _is_own(first: int, last: int, reading: BlockReading) -> bool:
    """Whether the sentence of the words ``[first, last)`` attributes them to the page or its patients only."""
    before, after = reading.sentence_at(first).first, reading.sentence_at(last - 1).last
    own, others = (
        [*reading.hits_in(name, before, first), *reading.hits_in(name, last - 1, after)]
        for name in ("reported.own", "reported.others")
    )
    return bool(own) and not others
