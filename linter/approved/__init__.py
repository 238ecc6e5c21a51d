"""Approved claims: wordings that a reviewer has approved, with their evidence and required disclaimers."""

from datetime import date

from linter.value import Struct

MEANS = "approved claim"
"""The name of this means of suppression in reports."""


class ApprovedClaim(Struct, frozen=True):
    """One approved wording.

    ``reference`` is its evidence, ``disclaimer`` a text that the article must also contain (empty: none), ``markets``
    the jurisdictions that it is approved for (empty: all), ``until`` its last valid day (None: no expiry).
    """

    id: str
    text: str
    reference: str
    by: str
    disclaimer: str = ""
    markets: tuple[str, ...] = ()
    until: date | None = None

    def expired(self, today: str) -> bool:
        """Whether the last valid day has passed; ``today`` is an ISO date."""
        return bool(today) and self.until is not None and self.until.isoformat() < today

    def abroad(self, regions: tuple[str, ...]) -> tuple[str, ...]:
        """The regions that it is not approved for; a country covers its states (``us`` covers ``us-ca``)."""
        return tuple(
            region
            for region in regions
            if self.markets and region not in self.markets and region.partition("-")[0] not in self.markets
        )
