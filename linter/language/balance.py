"""Balance: how far a page meets what a reviewer looks for on a page that informs, whatever else it says.

The FTC's Policy Statement on Deception (1983: the net impression) and 21 CFR 202.1(e)(5)(ii) (fair balance) judge a
page as a whole. Pages that sell without balance hardly ever meet four of the five duties, and never in every fourth
paragraph.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from linter.language.reading import BlockReading

_DUTIES = (
    ("crisis", "help.at-once", "risk.emergency"),
    ("risk.exclusion", "risk.bar.sort"),
    ("notice.verb.approval",),
    ("evidence.source", "evidence.document", "section.references"),
    ("cue.study",),
)
"""Lexicon classes for: when to get help, contraindications, approval status, sources, studies."""
_MOST = 4
"""Duties that a balanced page meets, at least; also the blocks that meet one on a page balanced throughout."""
_SENTENCE = 9
"""Words of a block with room for a duty, punctuation included, at least."""
_SHARE = 0.25
"""Share of these blocks that meet a duty on a page that is balanced throughout; one block of notices is not enough."""


class Balance(IntEnum):
    """How balanced a page is: not, as a whole, or throughout (where one more duty may be missing)."""

    NONE = 0
    WHOLE = 1
    THROUGHOUT = 2


def balance_of(readings: Sequence[BlockReading], holding: Mapping[str, Sequence[BlockReading]]) -> Balance:
    """Return the balance of a page.

    ``readings`` are the readings of its blocks; ``holding`` maps a lexicon class to those that contain a term of it.
    """
    met = [duty for duty in _DUTIES if not holding.keys().isdisjoint(duty)]
    if len(met) < _MOST - 1:
        return Balance.NONE
    meeting = {
        reading.block.index
        for duty in met
        for name in duty
        for reading in holding.get(name, ())
        if len(reading.words) >= _SENTENCE
    }
    room = sum(len(reading.words) >= _SENTENCE for reading in readings)
    if len(meeting) >= max(_MOST, _SHARE * room):
        return Balance.THROUGHOUT
    return Balance.WHOLE if len(met) >= _MOST else Balance.NONE
