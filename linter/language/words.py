"""Words: the one way in which prose, lexicon terms and rule phrases are cut, so that they always agree.

A word is a run of letters (``nad+`` keeps its sign), a number, or one sign. A hyphen inside a word separates
(``treatment-resistant`` is two words, and so matches ``treatment resistant``), letters and digits separate
(``BPC157`` matches ``BPC-157``), a clitic stands alone (``isn`` + ``'t``, ``patient`` + ``'s``), and the signs of
trade marks are passed over.
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
    """The words of a text in lower case, and the offsets where each starts and ends (parallel, end exclusive)."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


def fold_case(text: str) -> str:
    """Lower case, character by character, so that offsets stay the same."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def split_words(text: str) -> Words:
    """Cut a view's text into words."""
    parts: list[str] = _WORD.split(fold_case(text))  # what lies between words and the words, in turn
    edges = list(accumulate(map(len, parts)))
    # a word of an article stands in it again and again
    return Words(list(map(sys.intern, parts[1::2])), edges[:-1:2], edges[1::2])


def plain(word: str) -> str:
    """A word without its accents: ``naïve`` becomes ``naive``."""
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
