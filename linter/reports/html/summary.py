"""The summary of an article for the front page."""

from collections import Counter
from collections.abc import Mapping

from linter.outcome import FileReport
from linter.report import Report
from linter.reports.html.safe import visible
from linter.reports.html.status import state_of, status_of
from linter.value import Struct
from linter.violation import Suppression


class Summary(Struct, frozen=True):
    """An article on the front page. ``groups`` counts its findings by code, severity rank and state."""

    title: str
    path: str
    link: str
    status: str
    words: int
    grade: float | None
    promoted: tuple[str, ...]
    named: tuple[str, ...]
    groups: Mapping[tuple[str, int, int], int]
    waived: Mapping[Suppression, int]


def summarize(file: FileReport, title: str, report: Report, link: str) -> Summary:
    """Summarize an article; ``link`` is the address of its page."""
    groups: Counter[tuple[str, int, int]] = Counter()
    waived: Counter[Suppression] = Counter()
    for violation in file.violations:
        groups[violation.code, violation.severity.rank, state_of(violation, report)] += 1
        if violation.suppressed is not None:
            waived[violation.suppressed] += 1
    return Summary(
        title=title,
        path=visible(file.path),
        link=link,
        status=status_of(file.violations, report.fail_on),
        words=file.words,
        grade=file.readability.get("flesch_kincaid_grade"),
        promoted=tuple(
            visible(fact.name) for fact in sorted(file.treatments, key=lambda fact: -fact.mentions) if fact.promoted
        ),
        named=tuple(visible(fact.name) for fact in file.treatments if not fact.promoted),
        groups=dict(groups),
        waived=dict(waived),
    )


def rule_names(report: Report) -> dict[str, tuple[str, str]]:
    """The name and family of each code, taken from the findings, so that no rule is missing."""
    return {group.code: (group.rule, group.family) for group in report.counts}
