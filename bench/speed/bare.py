"""A lower bound for linters in Python: parse each article, and search it once for 120 phrases.

python -m bench.speed.bare FOLDER    # needs pyromark and ahocorasick_rs
"""

import sys
from itertools import product
from pathlib import Path

from bench.speed.corpus import ACTS, PEOPLE, THINGS, TREATMENTS

PHRASES = [*map(" ".join, product(PEOPLE, ACTS)), *map(" ".join, product(ACTS, THINGS)), *TREATMENTS][:120]


def main() -> None:
    """Read all articles of a folder."""
    import pyromark
    from ahocorasick_rs import AhoCorasick  # optional

    automaton = AhoCorasick(PHRASES)
    for file in Path(sys.argv[1]).iterdir():
        text = file.read_text(encoding="utf-8")
        list(pyromark.events_with_range(text))
        automaton.find_matches_as_indexes(text)


if __name__ == "__main__":
    main()
