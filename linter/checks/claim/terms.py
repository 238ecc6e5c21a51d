"""The terms of one block that a claim is made of, sorted by the part they play."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linter.language.reading import BlockReading
from linter.language.terms import Hit

PARTS = ("effect", "target", "condition", "treatment", "subject", "grammar", "mark", "mask", "decoy", "answer")


@dataclass(frozen=True, slots=True)
class BlockTerms:
    """The hits of a block by part (the first word of the lexicon class), each list in order of place."""

    parts: Mapping[str, tuple[Hit, ...]]

    def within(self, part: str, first: int, last: int) -> list[Hit]:
        """The hits of a part that lie in the words ``[first, last)``."""
        return [hit for hit in self.parts.get(part, ()) if first <= hit.first and hit.last <= last]


def block_terms(reading: BlockReading) -> BlockTerms:
    """Sort the hits of a block."""
    parts: dict[str, list[Hit]] = {}
    for owner, hits in reading.hits.items():
        part = owner.partition(".")[0]
        if part in PARTS:
            parts.setdefault(part, []).extend(hits)
    return BlockTerms({part: tuple(sorted(hits)) for part, hits in parts.items()})


def polarity(hit: Hit, attributes: Mapping[str, Mapping[str, Any]]) -> str:
    """Whether less (bad), more (good) or the well-being (body) of a target is a benefit; a condition is bad."""
    if hit.owner == "condition":
        return "bad"
    if hit.owner == "subject.person":
        return "person"
    return str(attributes.get(hit.owner, {}).get("polarity", "good"))
