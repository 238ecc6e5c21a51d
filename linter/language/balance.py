"""Balance: how far a page meets what a reviewer looks for on a page that informs, whatever else it says.

The FTC's Policy Statement on Deception (1983: the net impression) and 21 CFR 202.1(e)(5)(ii) (fair balance) judge a
page as a whole. Pages that sell without balance hardly ever show four of the five signs, and never in every fourth
paragraph.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from linter.language.reading import BlockReading

CONTRAINDICATIONS = ("risk.exclusion", "risk.bar.sort")
"""Lexicon classes for who should not have a treatment."""
_SIGNS_OF_BALANCE = (
    ("crisis", "help.at-once", "risk.emergency"),
    CONTRAINDICATIONS,
    ("notice.verb.approval",),
    ("evidence.source", "evidence.document", "section.references"),
    ("cue.study",),
)
"""Lexicon classes for: when to get help, contraindications, approval status, sources, studies."""
_MIN_SIGNS = 4
"""Minimum signs that a page balanced as a whole shows; one balanced throughout may show one less."""
_MIN_BLOCKS = 4
"""Minimum blocks that show a sign on a page balanced throughout."""
_MIN_WORDS = 9
"""Minimum words, including punctuation, of a block that can show a sign."""
_MIN_SHARE = 0.25
"""Minimum share of these blocks that show a sign on a page balanced throughout; one block of notices is not enough."""


class Balance(IntEnum):
    """How balanced a page is: not, as a whole, or throughout (where one more sign may be missing)."""

    NONE = 0
    WHOLE = 1
    THROUGHOUT = 2


def balance_of(readings: Sequence[BlockReading], holding: Mapping[str, Sequence[BlockReading]]) -> Balance:
    """Return the balance of a page.

    ``readings`` are the readings of its blocks; ``holding`` maps a lexicon class to those that contain a term of it.
    """
    shown = [sign for sign in _SIGNS_OF_BALANCE if not holding.keys().isdisjoint(sign)]
    if len(shown) < _MIN_SIGNS - 1:
        return Balance.NONE
    showing = {
        reading.block.index
        for sign in shown
        for name in sign
        for reading in holding.get(name, ())
        if len(reading.words) >= _MIN_WORDS
    }
    room = sum(len(reading.words) >= _MIN_WORDS for reading in readings)
    if len(showing) >= max(_MIN_BLOCKS, _MIN_SHARE * room):
        return Balance.THROUGHOUT
    return Balance.WHOLE if len(shown) >= _MIN_SIGNS else Balance.NONE
