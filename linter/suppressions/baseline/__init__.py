"""A baseline: the findings that were there on the day medlint was taken up, so that only new ones are reported.

It holds no line numbers: for each article, rule and wording it holds how many findings were open and how many there
were in all. A finding beyond these numbers is new, wherever in the article it stands; one that has been suppressed
since leaves no room for another.
"""

from collections.abc import Mapping

from linter.value import Struct
from linter.violation import Suppression

MEANS = "baseline"
"""The means of suppression that reports name."""

Wording = tuple[str, str]
"""A rule's code and the fingerprint of a wording that it reports."""
Counts = Mapping[Wording, tuple[int, int]]
"""Of one article: how many findings of a wording were open, and how many there were in all."""


class Baseline(Struct, frozen=True):
    """What a baseline file holds. ``written`` is an ISO date, ``articles`` maps project paths to counts."""

    written: str
    articles: Mapping[str, Counts]
    by: str = ""
    reason: str = ""

    @property
    def suppression(self) -> Suppression:
        """How reports tell of a finding that the baseline holds."""
        since = f"in the baseline since {self.written}"
        return Suppression(MEANS, f"{self.reason} ({since})" if self.reason else f"old finding, {since}", self.by)

    @property
    def size(self) -> int:
        """How many findings it holds."""
        return sum(opened for counts in self.articles.values() for opened, _ in counts.values())
