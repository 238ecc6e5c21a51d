"""What the front page tells of an article."""

from collections import Counter
from collections.abc import Mapping

from linter.outcome import FileReport
from linter.report import Report
from linter.reports.html.safe import visible
from linter.reports.html.status import state_of, status_of
from linter.value import Struct
from linter.violation import Suppression


class Summary(Struct, frozen=True):
    """An article on the front page. ``groups`` counts findings by code, severity rank and state."""

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


def summarise(file: FileReport, title: str, report: Report, link: str) -> Summary:
    """The summary of an article; ``link`` is where its page is."""
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
    """The name and the family of each code, from the findings themselves, so that no rule is missing."""
    return {sort.code: (sort.rule, sort.family) for sort in report.counts}
