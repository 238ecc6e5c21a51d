"""Syllables of English words, as textstat counts them and without its one-second start.

textstat takes the CMU Pronouncing Dictionary's first pronunciation and, for a word the dictionary does not have, the
places where TeX would hyphenate it. Both tables are shipped as data (``scripts/build_syllables.py`` writes them): the
bytes are mapped, and a look-up searches only the bucket of the word's first letters, so nothing is parsed.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from os.path import dirname, join

import lint_rules
from linter.expression import expression
from linter.value import Struct

_DATA = join(dirname(lint_rules.__file__), "lexicon")
# textstat keeps an apostrophe only where a contraction may end, and deletes every other sign inside a word
SIGNS = expression(r"'(?!(?:[tsd]|ve|ll|re))|[^\w\s']")
_COUNTS = {digit: value for value, digit in enumerate(b"0123456789ABCDEF")}


class _Table(Struct, frozen=True):
    """A file of buckets, one line each, and the byte offset where the bucket of some first letters starts."""

    data: mmap
    starts: Mapping[bytes, int]


def _read(name: str) -> _Table:
    """Read a table: a line of comment, a line ``key offset key offset …``, and the buckets (nothing is copied)."""
    with open(join(_DATA, name), "rb", buffering=0) as file:
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    first = data.find(b"\n") + 1
    index = data[first : data.find(b"\n", first)].split()
    return _Table(data, dict(zip(index[::2], map(int, index[1::2]), strict=True)))


@cache
def _words() -> _Table:
    return _read("syllables.txt")


@cache
def _patterns() -> _Table:
    return _read("syllables.patterns.txt")


@lru_cache(maxsize=1 << 15)
def count(word: str) -> int:
    """Syllables of a lower-case word as ``textstat.syllable_count`` (0.7.8) counts them, but always at least 1.

    Signs other than a contraction's apostrophe are passed over, as textstat does: ``long-term`` counts as ``longterm``.
    """
    if not word.isalpha():
        word = SIGNS.sub("", word)
    letters = word.encode("ascii", "replace")
    return pronounced(letters) or _hyphenated(letters)


def pronounced(word: bytes) -> int:
    """Syllables by the pronouncing dictionary, 0 for a word that is not in it."""
    table = _words()
    key = word[:3]  # a large bucket is split by the third letter
    start = table.starts.get(key)
    if start is None:
        key = word[:2]
        start = table.starts.get(key)
        if start is None:
            return 0
    # An entry is a space, the rest of the word and its count. Entries are sorted, so a word comes before its
    # continuations, and the first place found is the right one or there is none.
    rest = b" " + word[len(key) :]
    found = table.data.find(rest, start, table.data.find(b"\n", start))
    return 0 if found < 0 else _COUNTS.get(table.data[found + len(rest)], 0)


def _hyphenated(word: bytes) -> int:
    """Pieces into which Liang's algorithm (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983) cuts a word.

    Each pattern found in ``.word.`` gives levels to the places between its letters; the highest level counts, and a
    break is allowed where it is odd, with at least two letters on each side.
    """
    if len(word) < 4:
        return 1
    framed = b"." + word + b"."
    levels = bytearray(len(framed) + 1)
    buckets = _patterns().starts
    for start in range(len(word)):
        first = start + 2 if start else 3
        key = framed[start:first]
        if key not in buckets:
            continue
        patterns, longest = _patterns_from(key)
        for stop in range(first, min(start + longest, len(framed)) + 1):
            given = patterns.get(framed[start:stop])
            if given is not None:
                for place, level in enumerate(given, start):
                    if level > levels[place]:
                        levels[place] = level
    return 1 + sum(level & 1 for level in levels[3 : len(word)])


@cache  # a table has some 500 buckets; a run needs a part of them
def _patterns_from(key: bytes) -> tuple[Mapping[bytes, bytes], int]:
    """The patterns of a bucket with their levels (as ASCII digits: their parity and order are the digits'), and the
    length of the longest.
    """
    table = _patterns()
    start = table.starts[key]
    patterns, _, levels = table.data[start : table.data.find(b"\n", start)].partition(b"\t")
    names = patterns.split()
    return dict(zip(names, levels.split(), strict=True)), max(map(len, names))
