"""Syllable counts of English words that equal textstat's, without its one-second startup.

textstat uses the first pronunciation in the CMU Pronouncing Dictionary and, for other words, the points where TeX would
hyphenate. Both tables are shipped as data files (written by ``scripts/build_syllables.py``), which are memory-mapped; a
lookup searches only the bucket of the word's first letters.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from os.path import dirname, join

import lint_rules
from linter.expression import expression
from linter.value import Struct

_DATA = join(dirname(lint_rules.__file__), "lexicon")
# textstat keeps an apostrophe only before the ending of a contraction, and deletes all other punctuation
SIGNS = expression(r"'(?!(?:[tsd]|ve|ll|re))|[^\w\s']")
_COUNTS = {digit: value for value, digit in enumerate(b"0123456789ABCDEF")}


class _Table(Struct, frozen=True):
    """A file of buckets, one per line, and the byte offset of each bucket by its first letters."""

    data: mmap
    starts: Mapping[bytes, int]


def _read(name: str) -> _Table:
    """Map a table: a comment line, a line ``key offset key offset …``, and the buckets."""
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
    """Count the syllables of a lower-case word as ``textstat.syllable_count`` (0.7.8) does, but return at least 1.

    As in textstat, punctuation other than a contraction's apostrophe is ignored: ``long-term`` counts as ``longterm``.
    """
    if not word.isalpha():
        word = SIGNS.sub("", word)
    letters = word.encode("ascii", "replace")
    return pronounced(letters) or _hyphenated(letters)


def pronounced(word: bytes) -> int:
    """Return the syllables of a word in the pronouncing dictionary, or 0 if it is not there."""
    table = _words()
    key = word[:3]  # large buckets are split by the third letter
    start = table.starts.get(key)
    if start is None:
        key = word[:2]
        start = table.starts.get(key)
        if start is None:
            return 0
    # An entry is a space, the rest of the word and its count. Entries are sorted, so a word precedes those that it is a
    # prefix of, and only the first match can be the word.
    rest = b" " + word[len(key) :]
    found = table.data.find(rest, start, table.data.find(b"\n", start))
    return 0 if found < 0 else _COUNTS.get(table.data[found + len(rest)], 0)


def _hyphenated(word: bytes) -> int:
    """Count the parts of a word hyphenated by Liang's algorithm (Word Hy-phen-a-tion by Com-put-er, 1983).

    Each pattern in ``.word.`` assigns levels to the positions between letters. The highest level at a position wins; an
    odd level allows a break, with at least two letters on each side.
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
            pattern_levels = patterns.get(framed[start:stop])
            if pattern_levels is not None:
                for place, level in enumerate(pattern_levels, start):
                    if level > levels[place]:
                        levels[place] = level
    return 1 + sum(level & 1 for level in levels[3 : len(word)])


@cache  # there are about 500 buckets, of which a run needs some
def _patterns_from(key: bytes) -> tuple[Mapping[bytes, bytes], int]:
    """Return the patterns of a bucket with their levels (as ASCII digits, whose parity and order are those of their
    values), and the length of the longest."""
    table = _patterns()
    start = table.starts[key]
    patterns, _, levels = table.data[start : table.data.find(b"\n", start)].partition(b"\t")
    names = patterns.split()
    return dict(zip(names, levels.split(), strict=True)), max(map(len, names))
