"""Approved claims: wordings that a reviewer has approved, each with what it rests on and what must stand beside it."""

from datetime import date

from linter.value import Struct

MEANS = "approved claim"
"""The means of suppression that reports name."""


class ApprovedClaim(Struct, frozen=True):
    """One approved wording.

    ``reference`` is what it rests on, ``disclaimer`` what the article must say too (empty: nothing), ``markets`` the
    jurisdictions that it is approved for (empty: all), ``until`` the last day that it holds (None: no end).
    """

    id: str
    text: str
    reference: str
    by: str
    disclaimer: str = ""
    markets: tuple[str, ...] = ()
    until: date | None = None

    def expired(self, today: str) -> bool:
        """Whether the last day is over; ``today`` is an ISO date."""
        return bool(today) and self.until is not None and self.until.isoformat() < today

    def abroad(self, regions: tuple[str, ...]) -> tuple[str, ...]:
        """The regions that it is not approved for; a state's market is its country's too (``us`` covers ``us-ca``)."""
        return tuple(
            region
            for region in regions
            if self.markets and region not in self.markets and region.partition("-")[0] not in self.markets
        )
