"""Clauses: where, inside a sentence, one statement ends and another begins.

No parser: a clause begins at a conjunction, a relative pronoun or a strong sign (lexicon classes ``clause.KIND``), and
after the comma that closes an opening phrase (``If you have PTSD, | ketamine …``). That is enough to tell which verb a
hedge governs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from itertools import compress, count

from linter.language.hits import words_of
from linter.language.reading import BlockReading, Sentence
from linter.value import Struct

_STRONG = frozenset(".?!;:-\u2013\u2014()\ufffc")


class Border(Struct, frozen=True):
    """A clause begins at the word ``at``; ``kind`` says how (sign, contrast, subordinate, relative, opening …)."""

    at: int
    kind: str


class Clauses(Struct, frozen=True):
    """The clause borders of a block, in order of place."""

    borders: tuple[Border, ...]
    places: tuple[int, ...]

    def after(self, word: int, end: int) -> Iterator[Border]:
        """The borders from a word on, up to a word that counts no more."""
        return (self.borders[index] for index in range(bisect_left(self.places, word), bisect_left(self.places, end)))

    def before(self, word: int, start: int) -> Iterator[Border]:
        """The borders up to and including a word, nearest first, down to the word ``start``."""
        first, last = bisect_left(self.places, start), bisect_right(self.places, word)
        return (self.borders[index] for index in range(last - 1, first - 1, -1))

    def around(self, word: int, sentence: Sentence, only: Collection[str] = ()) -> tuple[int, int]:
        """The words ``[first, last)`` of the clause that a word stands in; ``only`` these kinds of border count."""
        if only:
            before = (border.at for border in self.before(word, sentence.first) if border.kind in only)
            after = (border.at for border in self.after(word + 1, sentence.last) if border.kind in only)
            return next(before, sentence.first), next(after, sentence.last)
        following = bisect_right(self.places, word)
        first = max(self.places[following - 1], sentence.first) if following else sentence.first
        last = self.places[following] if following < len(self.places) else sentence.last
        return first, min(last, sentence.last)


def find_clauses(reading: BlockReading) -> Clauses:
    """The clause borders of a block."""
    words = reading.words.words
    kinds = dict.fromkeys(compress(count(), map(_STRONG.__contains__, words)), "sign")
    opened: set[int] = set()
    within = words_of(reading.of("clause.none"))
    for hit in reading.of("clause"):
        kind = hit.owner.partition(".")[2]
        if hit.first in within:
            continue
        if kind == "opener":
            opened.add(hit.first)  # its terms stand at the start of a sentence only
        else:
            kinds.setdefault(hit.first, kind)
    for start in opened:
        comma = _first_comma(words, start, reading.sentence_at(start).last)
        if comma is not None:
            kinds[comma] = "opening"
    places = tuple(sorted(kinds))
    return Clauses(tuple(Border(at, kinds[at]) for at in places), places)


def _first_comma(words: list[str], start: int, end: int) -> int | None:
    """The comma that closes an opening phrase."""
    try:
        return words.index(",", start, end)
    except ValueError:
        return None
