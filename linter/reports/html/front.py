"""The front page: the verdict, the counts, what is waived, what changed, and the facts of the run."""

from collections import Counter
from collections.abc import Mapping, Sequence

from linter.baseline import MEANS as BASELINE
from linter.report import Report
from linter.reports.html.charts import Bar, Bin, FamilyRow, family_rows, grade_bins, median, stacked
from linter.reports.html.safe import visible
from linter.reports.html.summary import NEW, WAIVED, Summary, rule_names
from linter.value import Struct
from linter.violation import Severity, Suppression


class RuleRow(Struct, frozen=True):
    """A rule with findings: how many, in how many articles."""

    code: str
    rule: str
    family: str
    count: int
    articles: int


class WaivedRow(Struct, frozen=True):
    """Findings that were suppressed together: for one reason, by one person, until one day."""

    suppression: Suppression
    count: int
    articles: int


class Change(Struct, frozen=True):
    """Against the earlier run: new and resolved findings, those that stayed, and the same by family."""

    label: str
    new: int
    resolved: int
    stayed: int
    families: tuple[tuple[str, int, int], ...]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The three as parts of one bar."""
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
    """How many of the waived findings a baseline holds; the open ones are new against it."""
    families: tuple[FamilyRow, ...]
    bins: tuple[Bin, ...]
    grade_target: float
    grade_median: float | None
    within_target: int
    graded: int
    rules: tuple[RuleRow, ...]
    waived: tuple[WaivedRow, ...]
    change: Change | None
    summaries: Sequence[Summary]


def front_page(report: Report, summaries: Sequence[Summary]) -> Front:
    """The front page of a run."""
    families: Counter[tuple[str, str]] = Counter()
    severities: Counter[str] = Counter()
    waived_count = 0
    about = rule_names(report)
    names = [severity.value for severity in Severity]
    for summary in summaries:
        for (code, rank, state), count in summary.groups.items():
            if state == WAIVED:
                waived_count += count
            else:
                families[about[code][1], names[rank]] += count
                severities[names[rank]] += count
    grades = [summary.grade for summary in summaries if summary.grade is not None]
    waived = _waived_rows(summaries)
    statuses = Counter(summary.status for summary in summaries)
    return Front(
        failed=statuses["fails"] > 0,
        verdict="Needs work" if statuses["fails"] else "Incomplete" if report.errors else "Passed",
        fail_on=report.fail_on.value,
        statuses={status: statuses[status] for status in ("fails", "review", "clean")},
        severities=tuple((severity.value, severities[severity.value]) for severity in reversed(Severity)),
        waived_count=waived_count,
        baselined=sum(row.count for row in waived if row.suppression.means == BASELINE),
        families=family_rows(families),
        bins=grade_bins(grades, report.grade_target),
        grade_target=report.grade_target,
        grade_median=median(grades),
        within_target=sum(grade <= report.grade_target for grade in grades),
        graded=len(grades),
        rules=_rule_rows(about, summaries),
        waived=waived,
        change=_change(report, summaries),
        summaries=summaries,
    )


def _rule_rows(about: Mapping[str, tuple[str, str]], summaries: Sequence[Summary]) -> tuple[RuleRow, ...]:
    counts: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for summary in summaries:
        here = Counter[str]()
        for (code, _, state), count in summary.groups.items():
            if state != WAIVED:
                here[code] += count
        counts.update(here)
        articles.update(here.keys())
    return tuple(
        RuleRow(code, *about[code], count, articles[code])
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _waived_rows(summaries: Sequence[Summary]) -> tuple[WaivedRow, ...]:
    counts: Counter[Suppression] = Counter()
    articles: Counter[Suppression] = Counter()
    for summary in summaries:
        counts.update(summary.waived)
        articles.update(summary.waived.keys())
    ordered = sorted(counts, key=lambda found: (found.until or "9999", found.means, found.by, found.reason))
    return tuple(WaivedRow(suppression, counts[suppression], articles[suppression]) for suppression in ordered)


def _change(report: Report, summaries: Sequence[Summary]) -> Change | None:
    earlier = report.earlier
    if earlier is None:
        return None
    about = rule_names(report)
    new = Counter[str]()
    for summary in summaries:
        for (code, _, state), count in summary.groups.items():
            new[about[code][1]] += count if state == NEW else 0
    stayed = {
        name
        for file in report.files
        for violation in file.violations
        if violation.suppressed is None and (name := earlier.knows(violation))
    }
    resolved = Counter(family for name, family in earlier.open.items() if name not in stayed)
    return Change(
        label=visible(earlier.label),
        new=sum(new.values()),
        resolved=sum(resolved.values()),
        stayed=len(stayed),
        families=tuple((family, new[family], resolved[family]) for family in sorted({*+new, *resolved})),
    )
