"""The front page: verdict, counts, waived findings, changes, and the facts of the run."""

from collections import Counter
from collections.abc import Mapping

from linter.report import Report
from linter.reports.html.charts import Bar, Bin, FamilyRow, family_rows, grade_bins, median, stacked
from linter.reports.html.safe import visible
from linter.reports.html.summary import rule_names
from linter.reports.html.totals import Totals
from linter.suppressions.baseline import MEANS as BASELINE
from linter.value import Struct
from linter.violation import Severity, Suppression


class RuleRow(Struct, frozen=True):
    """A rule with the number of its findings, and of articles with them."""

    code: str
    rule: str
    family: str
    count: int
    articles: int


class WaivedRow(Struct, frozen=True):
    """Findings with the same suppression: one reason, one person, one expiry date."""

    suppression: Suppression
    count: int
    articles: int


class Change(Struct, frozen=True):
    """Changes since the earlier run: new, resolved and remaining findings; new and resolved ones by family."""

    label: str
    new: int
    resolved: int
    stayed: int
    families: tuple[tuple[str, int, int], ...]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The three counts as parts of one bar."""
        return stacked({"new": self.new, "stayed": self.stayed, "resolved": self.resolved})


class Front(Struct, frozen=True):
    """Everything that the front template shows."""

    failed: bool
    verdict: str
    fail_on: str
    statuses: Mapping[str, int]
    severities: tuple[tuple[str, int], ...]
    waived_count: int
    baselined: int
    """The number of waived findings that are in a baseline; open ones are new since then."""
    families: tuple[FamilyRow, ...]
    bins: tuple[Bin, ...]
    grade_target: float
    grade_median: float | None
    within_target: int
    graded: int
    rules: tuple[RuleRow, ...]
    waived: tuple[WaivedRow, ...]
    change: Change | None
    articles: int


def front_page(report: Report, totals: Totals) -> Front:
    """Build the front page of a run from its totals."""
    about = rule_names(report)
    names = [severity.value for severity in Severity]
    families: Counter[tuple[str, str]] = Counter()
    severities: Counter[str] = Counter()
    for (code, rank), count in totals.open.items():
        families[about[code][1], names[rank]] += count
        severities[names[rank]] += count
    waived = _waived_rows(totals)
    return Front(
        failed=totals.statuses["fails"] > 0,
        verdict="Needs work" if totals.statuses["fails"] else "Incomplete" if report.errors else "Passed",
        fail_on=report.fail_on.value,
        statuses={status: totals.statuses[status] for status in ("fails", "review", "clean")},
        severities=tuple((severity.value, severities[severity.value]) for severity in reversed(Severity)),
        waived_count=totals.waived.total(),
        baselined=sum(row.count for row in waived if row.suppression.means == BASELINE),
        families=family_rows(families),
        bins=grade_bins(totals.grades, report.grade_target),
        grade_target=report.grade_target,
        grade_median=median(totals.grades),
        within_target=sum(grade <= report.grade_target for grade in totals.grades),
        graded=len(totals.grades),
        rules=_rule_rows(about, totals),
        waived=waived,
        change=_change(report, totals),
        articles=totals.articles,
    )


def _rule_rows(about: Mapping[str, tuple[str, str]], totals: Totals) -> tuple[RuleRow, ...]:
    counts: Counter[str] = Counter()
    for (code, _), count in totals.open.items():
        counts[code] += count
    return tuple(
        RuleRow(code, *about[code], count, totals.articles_with[code])
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _waived_rows(totals: Totals) -> tuple[WaivedRow, ...]:
    ordered = sorted(totals.waived, key=lambda found: (found.until or "9999", found.means, found.by, found.reason))
    return tuple(WaivedRow(found, totals.waived[found], totals.articles_waived[found]) for found in ordered)


def _change(report: Report, totals: Totals) -> Change | None:
    earlier = report.earlier
    if earlier is None:
        return None
    about = rule_names(report)
    new = Counter[str]()
    for code, count in totals.new.items():
        new[about[code][1]] += count
    resolved = Counter(family for name, family in earlier.open.items() if name not in totals.stayed)
    return Change(
        label=visible(earlier.label),
        new=new.total(),
        resolved=resolved.total(),
        stayed=len(totals.stayed),
        families=tuple((visible(family), new[family], resolved[family]) for family in sorted({*new, *resolved})),
    )
