"""Waivers: individually accepted findings, each with a reason and an expiry date, in a file beside the articles."""

from datetime import date

from linter.value import Struct

MEANS = "waiver"
"""The name of this means of suppression in reports."""


class Waiver(Struct, frozen=True):
    """One accepted finding. ``path`` is the project path of its article, ``until`` its last valid day; ``excerpt`` is
    only for readers of the file."""

    fingerprint: str
    path: str
    code: str
    reason: str
    by: str
    until: date
    excerpt: str = ""

    def expired(self, today: str) -> bool:
        """Whether the last valid day has passed; ``today`` is an ISO date."""
        return bool(today) and self.until.isoformat() < today
