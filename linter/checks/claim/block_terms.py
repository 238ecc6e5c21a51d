"""The terms of a block, grouped by part."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from linter.language.hits import Hit, words_of
from linter.typed import Any
from linter.value import Struct


class BlockTerms(Struct, frozen=True, dict=True):
    """The hits in a block by part (the first word of the lexicon class), each list in order of position."""

    hits: Mapping[str, Sequence[Hit]]

    def part(self, name: str) -> Sequence[Hit]:
        """Return the hits of a part, in order of position."""
        return self.hits.get(name, ())

    def within(self, name: str, first: int, last: int) -> list[Hit]:
        """Return the hits of a part that lie within the words ``[first, last)``."""
        hits = self.hits.get(name)
        if not hits:
            return []
        begun = hits[bisect_left(hits, (first,)) : bisect_left(hits, (last,))]
        return [hit for hit in begun if hit[1] <= last] if begun else []

    def covers(self, owner: str, word: int) -> bool:
        """Whether a word belongs to a hit of a class or a part."""
        places = self._places.get(owner)
        if places is None:
            places = words_of(self.part(owner))
            self._places[owner] = places
        return word in places

    @cached_property
    def _places(self) -> dict[str, set[int]]:
        return {}


def polarity(hit: Hit, attributes: Mapping[str, Mapping[str, Any]]) -> str:
    """Return what benefits a target: less of it (bad), more of it (good) or its health (body). Conditions are bad."""
    if hit.owner == "condition":
        return "bad"
    if hit.owner == "subject.person":
        return "person"
    return str(attributes.get(hit.owner, {}).get("polarity", "good"))
