"""What a run keeps of a checked file: counts, and errors for what was not checked."""

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.outcome import FileError, FileReport, Kind
from linter.value import NamedTuple, Struct
from linter.violation import Severity, Violation

_REPORT, _VIOLATION = 5_000, 4_000
"""Approximate bytes of a report without findings, and of a finding with its texts."""


class Group(NamedTuple):
    """What reports group findings by; ``means`` is the means of suppression, None for an open finding."""

    code: str
    rule: str
    family: str
    severity: Severity
    means: str | None


def count_groups(violations: Iterable[Violation]) -> "Counter[Group]":
    """Count the violations of each group."""
    return Counter(
        Group(one.code, one.rule, one.family, one.severity, None if one.suppressed is None else one.suppressed.means)
        for one in violations
    )


class Tally(Struct, frozen=True):
    """Counts for the outcomes of a file: the number of reports, their approximate size in memory in bytes, the errors,
    and the violations by group."""

    reports: int
    size: int
    errors: tuple[FileError, ...]
    counts: Counter[Group]

    @classmethod
    def of(cls, outcomes: Iterable[FileReport | FileError]) -> "Tally":
        """Tally the outcomes of a file."""
        outcomes = list(outcomes)
        reports = [outcome for outcome in outcomes if isinstance(outcome, FileReport)]
        errors = tuple(error for outcome in outcomes for error in errors_of(outcome))
        counts = count_groups(violation for report in reports for violation in report.violations)
        return cls(len(reports), sum(map(_size, reports)), errors, counts)


def _size(report: FileReport) -> int:
    text = 0 if report.document is None else len(report.document.source.text)
    rendered = 0 if report.rendered is None else len(report.rendered.html)
    return _REPORT + text + len(report.packed) + rendered + _VIOLATION * len(report.violations)


def errors_of(outcome: FileReport | FileError) -> Iterator[FileError]:
    """The errors of an outcome: what was not checked."""
    if isinstance(outcome, FileReport):
        yield from front_matter_errors(outcome)
        yield from (FileError(outcome.path, line, Kind.INTERNAL) for line in outcome.failures)
    else:
        yield outcome


def front_matter_errors(file: FileReport) -> Iterator[FileError]:
    """The error of front matter that cannot be read: the prose was checked, but the metadata is unknown."""
    if file.document is not None and file.document.front_matter.error:
        front_matter = file.document.front_matter
        start = front_matter.error_span.start if front_matter.error_span else 0
        place = file.document.source.position(start)
        yield FileError(file.path, front_matter.error, Kind.INPUT, place.line, place.column)
