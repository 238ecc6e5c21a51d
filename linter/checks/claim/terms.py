"""The terms of one block that a claim is made of, sorted by the part they play."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from linter.language.reading import BlockReading
from linter.language.terms import Hit

PARTS = frozenset(
    ("effect", "target", "condition", "treatment", "subject", "grammar", "mark", "mask", "decoy", "answer")
)


@dataclass(frozen=True)
class BlockTerms:
    """The hits of a block by part (the first word of the lexicon class), each list in order of place."""

    parts: Mapping[str, list[Hit]]

    def within(self, part: str, first: int, last: int) -> list[Hit]:
        """The hits of a part that lie in the words ``[first, last)``."""
        hits = self.parts.get(part)
        if not hits:
            return []
        return [hit for hit in hits[bisect_left(hits, (first,)) :] if hit[0] < last and hit[1] <= last]

    def covers(self, owner: str, word: int) -> bool:
        """Whether a word belongs to a hit of a class, or of a part."""
        return word in self._places.get(owner, ())

    @cached_property
    def _places(self) -> dict[str, set[int]]:
        places: dict[str, set[int]] = {}
        for part in ("grammar", "subject", "treatment"):
            for hit in self.parts.get(part, ()):
                words = range(hit.first, hit.last)
                places.setdefault(hit.owner, set()).update(words)
                places.setdefault(part, set()).update(words)
        return places


def block_terms(reading: BlockReading) -> BlockTerms:
    """Sort the hits of a block; empty where the block has no effect word, and so no claim."""
    parts: dict[str, list[Hit]] = {}
    for owner, hits in reading.hits.items():
        part = _part(owner)
        if part in PARTS:
            parts.setdefault(part, []).extend(hits)
    if "effect" not in parts:
        return BlockTerms({})
    for found in parts.values():
        found.sort()
    return BlockTerms(parts)


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
