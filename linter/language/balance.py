"""Balance: how far a page meets what a reviewer looks for on a page that informs, whatever else it says.

The FTC's Policy Statement on Deception (1983: the net impression) and 21 CFR 202.1(e)(5)(ii) (fair balance) judge a
page as a whole. Pages that sell without balance hardly ever meet four of the five duties, and never in every fourth
paragraph.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from linter.language.reading import BlockReading

CONTRAINDICATIONS = ("risk.exclusion", "risk.bar.sort")
"""Lexicon classes for who should not have a treatment."""
_DUTIES = (
    ("crisis", "help.at-once", "risk.emergency"),
    CONTRAINDICATIONS,
    ("notice.verb.approval",),
    ("evidence.source", "evidence.document", "section.references"),
    ("cue.study",),
)
"""Lexicon classes for: when to get help, contraindications, approval status, sources, studies."""
_MIN_DUTIES = 4
"""Minimum duties that a balanced page meets, and minimum blocks that meet one on a page balanced throughout."""
_MIN_WORDS = 9
"""Minimum words, including punctuation, of a block that can meet a duty."""
_MIN_SHARE = 0.25
"""Minimum share of these blocks that meet a duty on a page balanced throughout; one block of notices is not enough."""


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
    if len(met) < _MIN_DUTIES - 1:
        return Balance.NONE
    meeting = {
        reading.block.index
        for duty in met
        for name in duty
        for reading in holding.get(name, ())
        if len(reading.words) >= _MIN_WORDS
    }
    room = sum(len(reading.words) >= _MIN_WORDS for reading in readings)
    if len(meeting) >= max(_MIN_DUTIES, _MIN_SHARE * room):
        return Balance.THROUGHOUT
    return Balance.WHOLE if len(met) >= _MIN_DUTIES else Balance.NONE
