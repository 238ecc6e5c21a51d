"""The baseline: findings from when medlint was adopted, so that only new ones are reported.

It has no line numbers. For each article, rule and wording it stores the number of open findings and the total. Any
finding beyond these numbers is new, wherever in the article it occurs; suppressing one later makes no room for
another.
"""

from collections.abc import Mapping

from linter.value import Struct
from linter.violation import Suppression

MEANS = "baseline"
"""The name of this means of suppression in reports."""

Wording = tuple[str, str]
"""A rule's code and the fingerprint of a wording that it reports."""
Counts = Mapping[Wording, tuple[int, int]]
"""The number of open findings, and of all findings, of each wording in one article."""


class Baseline(Struct, frozen=True):
    """The content of a baseline file. ``written`` is an ISO date, ``articles`` maps project paths to counts."""

    written: str
    articles: Mapping[str, Counts]
    by: str = ""
    reason: str = ""

    @property
    def suppression(self) -> Suppression:
        """The suppression of the findings that the baseline covers."""
        since = f"in the baseline since {self.written}"
        return Suppression(MEANS, f"{self.reason} ({since})" if self.reason else f"old finding, {since}", self.by)

    @property
    def size(self) -> int:
        """The number of findings that it covers."""
        return sum(open_ for counts in self.articles.values() for open_, _ in counts.values())
