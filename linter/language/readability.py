"""Readability: counts of words, sentences and syllables, and the usual formulas.

Results equal those of textstat 0.7.8 for the same words and sentences, including 0.0 for an empty text.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from linter.language import syllables
from linter.value import Struct

METRICS = (
    "flesch_kincaid_grade",
    "smog_index",
    "flesch_reading_ease",
    "coleman_liau_index",
    "automated_readability_index",
)


class Readability(Struct, frozen=True):
    """Counts of a text's prose. Letters include digits; polysyllables are words of three or more syllables."""

    words: int
    sentences: int
    syllables: int
    polysyllables: int
    letters: int

    @property
    def flesch_kincaid_grade(self) -> float:
        """US school grade, from sentence length and syllables.

        Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas for Navy enlisted
        personnel, Research Branch Report 8-75, 1975.
        """
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog_index(self) -> float:
        """US school grade, from polysyllables per 30 sentences (designed for texts of at least 30 sentences).

        Source: McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12(8), 1969; with the author's
        regression constants, which all later tools use.
        """
        if not self.sentences:
            return 0.0
        return 1.0430 * sqrt(30 * self.polysyllables / self.sentences) + 3.1291

    @property
    def flesch_reading_ease(self) -> float:
        """Ease from about 0 (hard) to 100 (easy); may be outside that range.

        Source: Flesch, A new readability yardstick, Journal of Applied Psychology 32(3), 1948.
        """
        if not self.words:
            return 0.0
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def coleman_liau_index(self) -> float:
        """US school grade, from letters and sentences per 100 words.

        Source: Coleman and Liau, A computer readability formula designed for machine scoring, Journal of Applied
        Psychology 60(2), 1975; with the rounded constants (0.058, 0.296) that textstat uses.
        """
        if not self.words:
            return 0.0
        return 0.058 * 100 * self.letters / self.words - 0.296 * 100 * self.sentences / self.words - 15.8

    @property
    def automated_readability_index(self) -> float:
        """US school grade, from letters (and digits) per word and sentence length.

        Source: Smith and Senter, Automated Readability Index, AMRL-TR-66-220, 1967. textstat also counts punctuation as
        letters; its result is about half a grade higher, and much higher for text full of symbols.
        """
        if not self.words:
            return 0.0
        return 4.71 * self.letters / self.words + 0.5 * self.words / self.sentences - 21.43


def measure(sentences: Iterable[Sequence[str]]) -> Readability:
    """Count the prose of a text, given as the lower-case words of each sentence.

    A clitic (``'s``, ``'t``) counts as part of the word before it. Tokens without a letter or digit, and sentences
    without a word, do not count.
    """
    tally: Counter[str] = Counter()
    sentence_count = 0
    for sentence in sentences:
        joined = _join_clitics(sentence)
        tally.update(joined)
        sentence_count += any(map(_is_word, joined))
    words = syllable_sum = polysyllables = letters = 0
    for word, times in tally.items():
        if _is_word(word):
            count = syllables.count(word)
            words += times
            syllable_sum += times * count
            polysyllables += times * (count >= 3)
            letters += times * (len(word) if word.isalnum() else sum(map(str.isalnum, word)))
    return Readability(words, sentence_count, syllable_sum, polysyllables, letters)


def together(parts: Iterable[Readability]) -> Readability:
    """Return the sum of the counts of a text's parts."""
    sums = [sum(counts) for counts in zip(*(part.__values__ for part in parts), strict=True)]
    return Readability(*sums) if sums else Readability(0, 0, 0, 0, 0)


def _is_word(word: str) -> bool:
    return word.isalnum() or any(map(str.isalnum, word))


def _join_clitics(sentence: Sequence[str]) -> Sequence[str]:
    """Return a sentence's tokens with each clitic joined to the word before it."""
    if "'" not in " ".join(sentence):
        return sentence
    joined: list[str] = []
    for token in sentence:
        # 's, 't, 'll; not an opening quotation mark, nor a clitic after a symbol
        if token[:1] == "'" and len(token) <= 3 and joined and joined[-1][-1:].isalnum():
            joined[-1] += token
        else:
            joined.append(token)
    return joined
