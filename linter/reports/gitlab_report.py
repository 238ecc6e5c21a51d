"""GitLab's Code Quality report, which a merge request shows beside its changes.

Suppressed findings are included at level info, with their reason: GitLab compares fingerprints, so a known finding
stays known when it is accepted.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from linter.outcome import FileError
from linter.report import Report
from linter.reports.json_text import indented
from linter.reports.wording import error_fingerprint, error_name, slashed, suppression_note
from linter.violation import Severity, Violation

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def write(report: Report) -> Iterator[str]:
    """Write the report as a JSON list of issues."""
    issues = (_issue(violation) for file in report.files for violation in file.violations)
    yield from indented(chain(issues, map(_error, report.errors)))
    yield "\n"


def _issue(violation: Violation) -> dict[str, Any]:
    suppressed = violation.suppressed
    text = f"{violation.message} {violation.suggestion}"
    return {
        "description": text if suppressed is None else f"{suppression_note(suppressed)} {text}",
        "check_name": violation.code,
        "fingerprint": violation.fingerprint,
        "severity": _SEVERITIES[violation.severity if suppressed is None else Severity.INFO],
        "location": {
            "path": slashed(violation.path),
            "lines": {"begin": violation.start.line, "end": violation.end.line},
        },
    }


def _error(error: FileError) -> dict[str, Any]:
    line = max(1, error.line)
    return {
        "description": error.message,
        "check_name": error_name(error),
        "fingerprint": error_fingerprint(error),
        "severity": "blocker",
        "location": {"path": slashed(error.path), "lines": {"begin": line, "end": line}},
    }
