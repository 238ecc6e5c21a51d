"""How an article stands in the run, and a finding in comparison with an earlier one."""

from collections.abc import Iterable

from linter.report import Report
from linter.violation import Severity, Violation

OPEN, WAIVED, NEW = 0, 1, 2
"""States of a finding in the embedded data."""
STATUSES = {"fails": "needs work", "review": "to review", "clean": "clean"}


def status_of(violations: Iterable[Violation], fail_on: Severity) -> str:
    """``fails`` with an open finding at or above the bar, ``review`` with others, else ``clean``."""
    worst = max((violation.severity.rank for violation in violations if violation.suppressed is None), default=-1)
    return "fails" if worst >= fail_on.rank else "review" if worst >= 0 else "clean"


def is_new(violation: Violation, report: Report) -> bool:
    """Whether an open finding was not there in the run that this one is compared with."""
    return report.earlier is not None and violation.suppressed is None and not report.earlier.knows(violation)


def state_of(violation: Violation, report: Report) -> int:
    """Whether a finding is waived, new against the earlier run, or neither."""
    return WAIVED if violation.suppressed is not None else NEW if is_new(violation, report) else OPEN
