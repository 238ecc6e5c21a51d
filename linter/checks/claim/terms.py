"""The terms of one block that a claim is made of, sorted by the part they play."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from linter.language.reading import BlockReading
from linter.language.terms import Hit

@dataclass(frozen=True)
class BlockTerms:
    """The hits of a block by part (the first word of the lexicon class), each list in order of place."""

    hits: Mapping[str, Sequence[Hit]]

    def part(self, name: str) -> list[Hit]:
        """The hits of a part, in order of place."""
        found = self._sorted.get(name)
        if found is None:
            found = self._sorted[name] = sorted(self._unsorted.get(name, ()))
        return found

    def within(self, name: str, first: int, last: int) -> list[Hit]:
        """The hits of a part that lie in the words ``[first, last)``."""
        hits = self.part(name)
        if not hits:
            return []
        return [hit for hit in hits[bisect_left(hits, (first,)) :] if hit[0] < last and hit[1] <= last]

    def covers(self, owner: str, word: int) -> bool:
        """Whether a word belongs to a hit of a class, or of a part."""
        places = self._places.get(owner)
        if places is None:
            hits = self.hits.get(owner, ()) if "." in owner else self.part(owner)
            places = {place for hit in hits for place in range(hit.first, hit.last)}
            self._places[owner] = places
        return word in places

    @cached_property
    def _unsorted(self) -> dict[str, list[Hit]]:
        parts: dict[str, list[Hit]] = {}
        for owner, hits in self.hits.items():
            parts.setdefault(_part(owner), []).extend(hits)
        return parts

    @cached_property
    def _sorted(self) -> dict[str, list[Hit]]:
        return {}

    @cached_property
    def _places(self) -> dict[str, set[int]]:
        return {}


def has_effect(reading: BlockReading) -> bool:
    """Whether a block has an effect word, without which there is no claim."""
    return any(_part(owner) == "effect" for owner in reading.hits)


@cache
def _part(owner: str) -> str:
    return owner.partition(".")[0]


def polarity(hit: Hit, attributes: Mapping[str, Mapping[str, Any]]) -> str:
    """Whether less (bad), more (good) or the well-being (body) of a target is a benefit; a condition is bad."""
    if hit.owner == "condition":
        return "bad"
    if hit.owner == "subject.person":
        return "person"
    return str(attributes.get(hit.owner, {}).get("polarity", "good"))
