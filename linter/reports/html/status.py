"""The status of an article, and the state of a finding compared with an earlier run."""

from collections.abc import Iterable

from linter.report import Report
from linter.violation import Severity, Violation

OPEN, WAIVED, NEW = 0, 1, 2
"""States of a finding in the embedded data."""
STATUSES = {"fails": "needs work", "review": "to review", "clean": "clean"}


def status_of(violations: Iterable[Violation], fail_on: Severity) -> str:
    """``fails`` with an open finding at or above ``fail_on``, ``review`` with other open ones, else ``clean``."""
    worst = max((violation.severity.rank for violation in violations if violation.suppressed is None), default=-1)
    return "fails" if worst >= fail_on.rank else "review" if worst >= 0 else "clean"


def is_new(violation: Violation, report: Report) -> bool:
    """Whether a finding is open and was not in the earlier run; false without one."""
    return report.earlier is not None and violation.suppressed is None and not report.earlier.knows(violation)


def state_of(violation: Violation, report: Report) -> int:
    """``WAIVED``, ``NEW`` since the earlier run, or ``OPEN``."""
    return WAIVED if violation.suppressed is not None else NEW if is_new(violation, report) else OPEN
