"""The JSON contract (``schema_version`` 1): stable keys, described in docs/json.md."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from linter.report import FileReport, Report
from linter.violation import Edit, Severity, Violation

SCHEMA_VERSION = 1


def write(report: Report) -> str:
    """The report as JSON text."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=1) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    open_violations = report.open
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "medlint", "version": report.version, "rules_hash": report.rules_hash},
        "summary": {
            "files": len(report.files),
            "violations": len(open_violations),
            "by_severity": {
                severity.value: sum(violation.severity is severity for violation in open_violations)
                for severity in reversed(Severity)
            },
            "by_family": dict(sorted(Counter(violation.family for violation in open_violations).items())),
            "suppressed": len(report.violations) - len(open_violations),
            "suppressed_by": dict(sorted(Counter(_means(report)).items())),
            "since": report.since,
            "unchanged": sum(file.unchanged for file in report.files),
        },
        "violations": [_violation(violation) for violation in report.violations],
        "files": [_file(file) for file in report.files],
        "errors": [
            {
                "path": error.path,
                "line": error.line,
                "column": error.column,
                "kind": error.kind.value,
                "message": error.message,
            }
            for error in report.errors
        ],
    }


def _means(report: Report) -> Iterator[str]:
    return (violation.suppressed.means for violation in report.violations if violation.suppressed is not None)


def placed(violation: Violation) -> dict[str, Any]:
    """What a violation says and where, as plain text and numbers (docs/json.md); all but the path."""
    return {
        "line": violation.start.line,
        "column": violation.start.column,
        "end_line": violation.end.line,
        "end_column": violation.end.column,
        "start": violation.span.start,
        "end": violation.span.end,
        "code": violation.code,
        "rule": violation.rule,
        "family": violation.family,
        "severity": violation.severity.value,
        "message": violation.message,
        "excerpt": violation.excerpt,
    }


def _violation(violation: Violation) -> dict[str, Any]:
    suppressed = violation.suppressed
    return {
        "path": violation.path,
        **placed(violation),
        "evidence": [
            {"kind": clue.kind, "text": clue.text, "start": clue.span.start, "end": clue.span.end}
            for clue in violation.evidence
        ],
        "citations": [
            {"key": cited.key, "title": cited.title, "reach": cited.reach, "url": cited.url}
            for cited in violation.citations
        ],
        "suggestion": violation.suggestion,
        "fix": _fix(violation.fix),
        "fingerprint": violation.fingerprint,
        "suppressed": None
        if suppressed is None
        else {
            "means": suppressed.means,
            "reason": suppressed.reason,
            "by": suppressed.by,
            "until": suppressed.until,
        },
    }


def _fix(edit: Edit | None) -> dict[str, Any] | None:
    if edit is None:
        return None
    return {"start": edit.span.start, "end": edit.span.end, "text": edit.text, "safe": edit.safe}


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "words": file.words,
        "sentences": file.sentences,
        "readability": dict(file.readability),
        "treatments": [
            {
                "id": fact.id,
                "name": fact.name,
                "promoted": fact.promoted,
                "mentions": fact.mentions,
                "written": list(fact.written),
            }
            for fact in file.treatments
        ],
    }
