"""The JSON report (``schema_version`` 1): its keys are stable and described in docs/json.md."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from linter.outcome import FileError, FileReport
from linter.report import Report
from linter.reports.json_text import indented
from linter.violation import Edit, Severity, Violation

SCHEMA_VERSION = 1


def write(report: Report) -> Iterator[str]:
    """Write the report as JSON."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "medlint", "version": report.version, "rules_hash": report.rules_hash},
        "summary": _summary(report),
    }
    yield json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    lists = {
        "violations": (_violation(violation) for file in report.files for violation in file.violations),
        "files": map(_file, report.files),
        "errors": map(_error, report.errors),
    }
    for name, values in lists.items():
        yield f',\n "{name}": '
        yield from indented(values, 1)
    yield "\n}\n"


def _summary(report: Report) -> dict[str, Any]:
    severities, families, means = Counter[str](), Counter[str](), Counter[str]()
    for group, count in report.counts.items():
        if group.means is None:
            severities[group.severity] += count
            families[group.family] += count
        else:
            means[group.means] += count
    return {
        "files": len(report.files),
        "violations": severities.total(),
        "by_severity": {severity.value: severities[severity] for severity in reversed(Severity)},
        "by_family": dict(sorted(families.items())),
        "suppressed": means.total(),
        "suppressed_by": dict(sorted(means.items())),
        "since": report.since,
        "unchanged": sum(file.unchanged for file in report.files) if report.since else 0,
    }


def placed(violation: Violation) -> dict[str, Any]:
    """The place, rule and text of a violation as JSON values (docs/json.md), without the path."""
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


def _error(error: FileError) -> dict[str, Any]:
    return {
        "path": error.path,
        "line": error.line,
        "column": error.column,
        "kind": error.kind.value,
        "message": error.message,
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
