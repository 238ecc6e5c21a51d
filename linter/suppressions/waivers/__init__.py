"""Waivers: findings that somebody has accepted by name, for a reason and until a day, in a file beside the articles."""

from datetime import date

from linter.value import Struct

MEANS = "waiver"
"""The means of suppression that reports name."""


class Waiver(Struct, frozen=True):
    """One accepted finding. ``path`` is the project path of its article, ``until`` the last day that it holds;
    ``excerpt`` is for people."""

    fingerprint: str
    path: str
    code: str
    reason: str
    by: str
    until: date
    excerpt: str = ""

    def expired(self, today: str) -> bool:
        """Whether the last day is over; ``today`` is an ISO date."""
        return bool(today) and self.until.isoformat() < today
