"""Wordings of the knowledge base (``blood pressure``, ``sedat*``) and where they stand in a text.

A wording is matched without regard to case and to the hyphen or space between words, at word boundaries; a trailing
``*`` lets the last word go on.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from linter.language.words import fold_case


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """A text as wordings are compared with it: lower case, hyphens as spaces; every offset stays the same."""
    return fold_case(text).replace("-", " ")


def find_wording(folded: str, wording: str, start: int = 0) -> tuple[int, int] | None:
    """Where a wording first stands in a folded text, as ``(start, end)`` offsets; the end of a stem is its own end."""
    needle, stem = _needle(wording)
    place = folded.find(needle, start) if needle else -1
    while place >= 0:
        end = place + len(needle)
        before = place == 0 or not (folded[place - 1].isalnum() and needle[0].isalnum())
        after = stem or end == len(folded) or not (folded[end].isalnum() and needle[-1].isalnum())
        if before and after:
            return place, end
        place = folded.find(needle, place + 1)
    return None


@cache
def _needle(wording: str) -> tuple[str, bool]:
    """A wording as it is looked for, and whether it is a stem."""
    return fold(wording.rstrip("*")).strip(), wording.endswith("*")


def has_any(folded: str, wordings: Iterable[str]) -> bool:
    """Whether one of some wordings stands in a folded text."""
    return any(find_wording(folded, wording) is not None for wording in wordings)
