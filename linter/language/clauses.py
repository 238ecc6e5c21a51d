"""Splitting sentences into clauses, without a parser.

A clause begins at a conjunction or relative pronoun (lexicon classes ``clause.KIND``), at strong punctuation, or at the
comma that closes an introductory phrase (``If you have PTSD, | ketamine …``). That is enough to tell which verb a hedge
governs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from itertools import compress, count

from linter.language.hits import words_of
from linter.language.reading import BlockReading, Sentence
from linter.value import Struct

_STRONG = frozenset(".?!;:-\u2013\u2014()\ufffc")


class Border(Struct, frozen=True):
    """The start of a clause at the word ``at``; ``kind`` is sign, contrast, subordinate, relative, opening …"""

    at: int
    kind: str


class Clauses(Struct, frozen=True):
    """The clause borders of a block, in order; ``places`` are their words."""

    borders: tuple[Border, ...]
    places: tuple[int, ...]

    def after(self, word: int, end: int) -> Iterator[Border]:
        """Return the borders at the words ``[word, end)``."""
        return (self.borders[index] for index in range(bisect_left(self.places, word), bisect_left(self.places, end)))

    def before(self, word: int, start: int) -> Iterator[Border]:
        """Return the borders at the words ``[start, word]``, nearest to ``word`` first."""
        first, last = bisect_left(self.places, start), bisect_right(self.places, word)
        return (self.borders[index] for index in range(last - 1, first - 1, -1))

    def around(self, word: int, sentence: Sentence, only: Collection[str] = ()) -> tuple[int, int]:
        """Return the words ``[first, last)`` of the clause around a word; ``only`` limits the kinds of border."""
        if only:
            before = (border.at for border in self.before(word, sentence.first) if border.kind in only)
            after = (border.at for border in self.after(word + 1, sentence.last) if border.kind in only)
            return next(before, sentence.first), next(after, sentence.last)
        following = bisect_right(self.places, word)
        first = max(self.places[following - 1], sentence.first) if following else sentence.first
        last = self.places[following] if following < len(self.places) else sentence.last
        return first, min(last, sentence.last)


def find_clauses(reading: BlockReading) -> Clauses:
    """Find the clause borders of a block."""
    words = reading.words.words
    kinds = dict.fromkeys(compress(count(), map(_STRONG.__contains__, words)), "sign")
    openers: set[int] = set()
    excluded = words_of(reading.of("clause.none"))
    for hit in reading.of("clause"):
        kind = hit.owner.partition(".")[2]
        if hit.first in excluded:
            continue
        if kind == "opener":
            openers.add(hit.first)  # its terms match only at the start of a sentence
        else:
            kinds.setdefault(hit.first, kind)
    for start in openers:
        comma = _first_comma(words, start, reading.sentence_at(start).last)
        if comma is not None:
            kinds[comma] = "opening"
    places = tuple(sorted(kinds))
    return Clauses(tuple(Border(at, kinds[at]) for at in places), places)


def _first_comma(words: list[str], start: int, end: int) -> int | None:
    """Return the comma that closes an introductory phrase, or None."""
    try:
        return words.index(",", start, end)
    except ValueError:
        return None
