"""The register of approved claims: which of them stand in an article, word for word or nearly so."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from linter.approved import ApprovedClaim
from linter.language.reading import BlockReading
from linter.language.words import split_words
from linter.value import Struct
from linter.view import fold

NEAR = 0.8
"""Least share of words, in order, that a sentence has in common with a wording that it nearly is."""
_LEAST_WORDS = 4


class Use(Struct, frozen=True):
    """The words ``[first, last)`` of a block that are an approved claim, or (``exact`` false) nearly are."""

    claim: ApprovedClaim
    reading: BlockReading
    first: int
    last: int
    exact: bool = True

    @property
    def start(self) -> int:
        """View offset of the first character."""
        return self.reading.start(self.first)

    @property
    def end(self) -> int:
        """View offset after the last character."""
        return self.reading.end(self.last)


class Register(Struct, frozen=True, dict=True):
    """All approved claims of a project."""

    claims: tuple[ApprovedClaim, ...]

    @cached_property
    def _wordings(self) -> list[tuple[ApprovedClaim, list[str]]]:
        pairs = ((claim, words_of(claim.text)) for claim in self.claims)
        # of two wordings that begin alike, the longer one is meant
        return sorted(((claim, words) for claim, words in pairs if words), key=lambda pair: -len(pair[1]))

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[ApprovedClaim, list[str]]]]:
        index: dict[str, list[tuple[ApprovedClaim, list[str]]]] = {}
        for claim, words in self._wordings:
            index.setdefault(words[0], []).append((claim, words))
        return index

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for number, (_, words) in enumerate(self._wordings):
            for word in {*words}:
                index.setdefault(word, []).append(number)
        return index

    def exact(self, reading: BlockReading) -> Iterator[Use]:
        """The claims that are whole sentences of a block, word for word; case, spaces and curly quotes do not count.

        What goes on where the wording ends is another claim, which nobody has approved.
        """
        words = reading.words.words
        ends = {_end(words, sentence.first, sentence.last) for sentence in reading.sentences}
        reached = 0
        for sentence in reading.sentences:
            first = sentence.first
            if first < reached or first >= len(words):
                continue
            for claim, wording in self._by_first_word.get(words[first], ()):
                last = first + len(wording)
                if last in ends and words[first:last] == wording:
                    reached = last
                    yield Use(claim, reading, first, last)
                    break

    def near(self, reading: BlockReading, but: Sequence[Use]) -> Iterator[Use]:
        """The sentences of a block that nearly are a claim, those aside that hold one of ``but``."""
        for sentence in reading.sentences:
            taken = any(use.first < sentence.last and sentence.first < use.last for use in but)
            words = _stripped(reading.words.words[sentence.first : sentence.last])
            if taken or len(words) < _LEAST_WORDS:
                continue
            claim = self._nearest(words)
            if claim is not None:
                yield Use(claim, reading, sentence.first, sentence.first + len(words), exact=False)

    def _nearest(self, words: Sequence[str]) -> ApprovedClaim | None:
        shared = Counter(number for word in {*words} for number in self._by_word.get(word, ()))
        best, closest = None, NEAR
        for number, count in shared.items():
            claim, wording = self._wordings[number]
            # as many words must be shared for the measure to be reached at all
            if 2 * count < NEAR * (len({*wording}) + len({*words})) * 0.9:
                continue
            from difflib import SequenceMatcher  # only where a sentence shares most of its words with a claim

            likeness = SequenceMatcher(None, wording, words, autojunk=False).ratio()
            if likeness >= closest:
                best, closest = claim, likeness
        return best


def words_of(text: str) -> list[str]:
    """The words of a wording as an article's prose is cut, without its last full stop."""
    return _stripped(split_words(fold(text)).words)


def holds(readings: Iterable[BlockReading], text: str) -> bool:
    """Whether a text stands in one of some blocks, word for word."""
    wanted = words_of(text)
    if not wanted:
        return True
    for reading in readings:
        words = reading.words.words
        starts = (number for number, word in enumerate(words) if word == wanted[0])
        if any(words[start : start + len(wanted)] == wanted for start in starts):
            return True
    return False


def _stripped(words: Sequence[str]) -> list[str]:
    return list(words[: _end(words, 0, len(words))])


def _end(words: Sequence[str], first: int, last: int) -> int:
    """The end of the words ``[first, last)`` without the signs that end a sentence."""
    while last > first and words[last - 1] in (".", "!"):
        last -= 1
    return last
