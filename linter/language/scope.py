"""Cues and their scope: which words a hedge, a negation, a question or an attribution governs.

In the lineage of NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009): a cue opens a scope forward, backward
or over its whole sentence, up to a terminator; a pseudo-cue only looks like one. Cues and terminators are lexicon
classes ``cue.KIND[.NAME]`` and ``terminator``, with the attributes ``direction`` (forward, backward, both, sentence)
and ``reach`` (in words).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from linter.language.reading import BlockReading
from linter.language.terms import Hit

DEFAULT_REACH = 12
_BREAKS = frozenset(".?!;:\ufffc")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words ``[first, last)`` are a cue of a kind; it governs the words ``[scope_first, scope_last)``."""

    kind: str
    first: int
    last: int
    scope_first: int
    scope_last: int

    def governs(self, first: int, last: int) -> bool:
        """Whether the words ``[first, last)`` stand in the cue's scope."""
        return self.scope_first <= first and last <= self.scope_last


def find_cues(reading: BlockReading, attributes: Mapping[str, Mapping[str, Any]]) -> tuple[Cue, ...]:
    """The cues of a block with their scopes, in order of place."""
    terminators = [hit.first for hit in reading.of("terminator")]
    pseudo = reading.of("pseudo")
    cues: list[Cue] = []
    for hit in reading.of("cue"):
        if any(other.first <= hit.first and hit.last <= other.last for other in pseudo):
            continue
        cues.append(_scoped(hit, reading, attributes.get(hit.owner, {}), terminators))
    return tuple(cues)


def governing(cues: Iterable[Cue], first: int, last: int, kinds: Iterable[str]) -> Cue | None:
    """The first cue of some kinds whose scope holds the words ``[first, last)``."""
    wanted = frozenset(kinds)
    return next((cue for cue in cues if cue.kind in wanted and cue.governs(first, last)), None)


def _scoped(hit: Hit, reading: BlockReading, attributes: Mapping[str, Any], terminators: list[int]) -> Cue:
    kind = hit.owner.split(".")[1]
    sentence = reading.sentence_at(hit.first)
    direction = attributes.get("direction", "forward")
    reach = int(attributes.get("reach", DEFAULT_REACH))
    if direction == "sentence":
        return Cue(kind, hit.first, hit.last, sentence.first, sentence.last)
    first, last = hit.first, hit.last
    if direction in ("forward", "both"):
        limit = min(sentence.last, hit.last + reach)
        last = next((index for index in range(hit.last, limit) if _ends(reading, index, terminators)), limit)
    if direction in ("backward", "both"):
        limit = max(sentence.first, hit.first - reach)
        first = next(
            (index + 1 for index in range(hit.first - 1, limit - 1, -1) if _ends(reading, index, terminators)), limit
        )
    return Cue(kind, hit.first, hit.last, first, last)


def _ends(reading: BlockReading, index: int, terminators: list[int]) -> bool:
    return reading.words.words[index] in _BREAKS or index in terminators
