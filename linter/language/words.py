"""Splitting text into words: the same way for prose, lexicon terms and rule phrases, so that they match.

A word is a run of letters (``nad+`` keeps its plus), a number, or a single symbol. Words are split at hyphens
(``treatment-resistant`` matches ``treatment resistant``), between letters and digits (``BPC157`` matches ``BPC-157``)
and before a clitic (``isn`` + ``'t``, ``patient`` + ``'s``). Trademark symbols are skipped.
"""

import sys
import unicodedata
from itertools import accumulate

from linter.expression import expression
from linter.value import Struct

_WORD = expression(
    r"([^\W\d_]+\+?"
    r"|'(?:s|t|re|ve|ll|d|m)\b"  # clitics
    r"|\d+(?:[.,]\d+)*"
    r"|(?<!\w)-|-(?!\w)"  # a dash, not a hyphen
    r"|[^\w\s®™©\u00ad\u200b-]"
    r"|_)"
)


class Words(Struct, frozen=True):
    """The lower-case words of a text, with parallel lists of their start and end offsets (end exclusive)."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


def fold_case(text: str) -> str:
    """Lower-case a text without changing offsets: characters whose lower case is longer stay as they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(lower if len(lower := char.lower()) == 1 else char for char in text)


def split_words(text: str) -> Words:
    """Split a view's text into words."""
    parts: list[str] = _WORD.split(fold_case(text))  # separators and words, alternating
    edges = list(accumulate(map(len, parts)))
    # articles repeat their words: interning saves memory
    return Words(list(map(sys.intern, parts[1::2])), edges[:-1:2], edges[1::2])


def plain(word: str) -> str:
    """Return a word without accents: ``naive`` for ``naïve``."""
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
