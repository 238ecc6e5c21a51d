"""The register of approved claims: find them in an article, verbatim or nearly so."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from linter.approved import ApprovedClaim
from linter.language.reading import BlockReading
from linter.language.words import split_words
from linter.value import Struct
from linter.view import fold

NEAR = 0.8
"""Minimum similarity (share of common words, in order) of a sentence that nearly is an approved wording."""
_MIN_WORDS = 4


class Use(Struct, frozen=True):
    """The words ``[first, last)`` of a block that match an approved claim, exactly or (``exact`` false) nearly."""

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
        # the longest match wins
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
        """The claims that a block contains verbatim; case, spacing and curly quotes are ignored.

        A match must cover whole sentences: a sentence that goes on after the wording makes another claim.
        """
        words = reading.words.words
        ends = {_end(words, sentence.first, sentence.last) for sentence in reading.sentences}
        end = 0
        for sentence in reading.sentences:
            first = sentence.first
            if first < end or first >= len(words):
                continue
            for claim, wording in self._by_first_word.get(words[first], ()):
                last = first + len(wording)
                if last in ends and words[first:last] == wording:
                    end = last
                    yield Use(claim, reading, first, last)
                    break

    def near(self, reading: BlockReading, exclude: Sequence[Use]) -> Iterator[Use]:
        """The sentences of a block that nearly match a claim and overlap none of ``exclude``."""
        for sentence in reading.sentences:
            taken = any(use.first < sentence.last and sentence.first < use.last for use in exclude)
            words = _stripped(reading.words.words[sentence.first : sentence.last])
            if taken or len(words) < _MIN_WORDS:
                continue
            claim = self._nearest(words)
            if claim is not None:
                yield Use(claim, reading, sentence.first, sentence.first + len(words), exact=False)

    def _nearest(self, words: Sequence[str]) -> ApprovedClaim | None:
        shared = Counter(number for word in {*words} for number in self._by_word.get(word, ()))
        best, best_ratio = None, NEAR
        for number, count in shared.items():
            claim, wording = self._wordings[number]
            # too few shared words to reach the ratio in any order
            if 2 * count < NEAR * (len({*wording}) + len({*words})) * 0.9:
                continue
            from difflib import SequenceMatcher  # needed only when a sentence shares most of its words with a claim

            ratio = SequenceMatcher(None, wording, words, autojunk=False).ratio()
            if ratio >= best_ratio:
                best, best_ratio = claim, ratio
        return best


def words_of(text: str) -> list[str]:
    """Split a wording into words as an article's prose is split, without its final punctuation."""
    return _stripped(split_words(fold(text)).words)


def holds(readings: Iterable[BlockReading], text: str) -> bool:
    """Whether one of the blocks contains the text verbatim."""
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
    """The end of the words ``[first, last)`` without sentence-final punctuation."""
    while last > first and words[last - 1] in (".", "!"):
        last -= 1
    return last
