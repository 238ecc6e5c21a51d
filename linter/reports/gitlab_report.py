"""GitLab's Code Quality report, which a merge request shows beside its changes.

Suppressed findings are information, with their reason: GitLab compares fingerprints, so that one which was known stays
known when somebody accepts it.
"""

import json
from typing import Any

from linter.report import FileError, Report
from linter.reports.wording import accepted, error_fingerprint, error_name, slashed
from linter.violation import Severity, Violation

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def write(report: Report) -> str:
    """The report as a JSON list of issues."""
    issues = [_issue(violation) for violation in report.violations]
    issues.extend(_error(error) for error in report.errors)
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(violation: Violation) -> dict[str, Any]:
    suppressed = violation.suppressed
    text = f"{violation.message} {violation.suggestion}"
    return {
        "description": text if suppressed is None else f"{accepted(suppressed)} {text}",
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
