"""Find wordings of the knowledge base (``blood pressure``, ``sedat*``) in a text.

A wording matches at word boundaries, ignoring case and whether words are joined by a hyphen or a space; a trailing
``*`` matches any rest of the last word.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from linter.expression import expression
from linter.language.words import fold_case

_RUN = expression(r"[^\W_]+")


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Normalize a text for matching: lower case, hyphens as spaces. Offsets do not change."""
    return fold_case(text).replace("-", " ")


def find_wording(folded: str, wording: str, start: int = 0) -> tuple[int, int] | None:
    """Return the ``(start, end)`` offsets of a wording's first match in a folded text, or of its stem."""
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


class Searched:
    """Texts to search for many wordings: each is searched once, in all texts, and only if they have its words."""

    def __init__(self, texts: Iterable[str]) -> None:
        parts = [fold(text) for text in texts]
        self._folded = "\n".join(parts)  # no wording has a line break, so none crosses one
        self._starts = list(accumulate((len(part) + 1 for part in parts), initial=0))
        self._runs = sorted(set(_RUN.findall(self._folded)))
        self._known = frozenset(self._runs)
        self._places: dict[str, Sequence[int]] = {}

    def held(self, wordings: Iterable[str]) -> list[str]:
        """Return the wordings that occur in any of the texts."""
        return [wording for wording in wordings if self._places_of(wording)]

    def first(self, wording: str, text: int, start: int, end: int) -> tuple[int, int] | None:
        """Return the first match of a wording within the characters ``[start, end)`` of a text, given by its index."""
        places = self._places_of(wording)
        if not places:
            return None
        offset = self._starts[text]
        index = bisect_left(places, offset + start)
        if index == len(places):
            return None
        place = places[index] - offset
        stop = place + len(_needle(wording)[0])
        return (place, stop) if stop <= end else None

    def _places_of(self, wording: str) -> Sequence[int]:
        places = self._places.get(wording)
        if places is None:
            places = self._places[wording] = self._find(wording) if self._may_hold(wording) else ()
        return places

    def _may_hold(self, wording: str) -> bool:
        """Whether the texts have each alphanumeric run of a wording, and one that starts with its stem."""
        whole, stem = _runs(wording)
        if not self._known.issuperset(whole):
            return False
        index = bisect_left(self._runs, stem)
        return not stem or (index < len(self._runs) and self._runs[index].startswith(stem))

    def _find(self, wording: str) -> list[int]:
        places: list[int] = []
        found = find_wording(self._folded, wording)
        while found is not None:
            places.append(found[0])
            found = find_wording(self._folded, wording, found[0] + 1)
        return places


@cache
def _runs(wording: str) -> tuple[frozenset[str], str]:
    """Return the alphanumeric runs that a text must have for a wording to match, and the prefix of one ("" if none)."""
    needle, is_stem = _needle(wording)
    runs = _RUN.findall(needle)
    stem = runs.pop() if is_stem and runs and needle.endswith(runs[-1]) else ""
    return frozenset(runs), stem


@cache
def _needle(wording: str) -> tuple[str, bool]:
    """Return a wording as folded text to search for, and whether it is a stem."""
    return fold(wording.rstrip("*")).strip(), wording.endswith("*")


def has_any(folded: str, wordings: Iterable[str]) -> bool:
    """Whether any of the wordings occurs in a folded text."""
    return any(find_wording(folded, wording) is not None for wording in wordings)
