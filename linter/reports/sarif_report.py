"""SARIF 2.1.0, the interchange format of static analysis, for code-scanning services.

Columns and offsets count code points, as everywhere in medlint. Suppressed findings are included with a justification.
"""

import json
from collections.abc import Iterator, Mapping

from linter.outcome import FileError, FileReport
from linter.report import Report, RuleFact
from linter.reports.json_text import flat
from linter.reports.sarif_places import ROOT, Data, artifact, location, region_of
from linter.reports.wording import error_name, open_ended, reason, title
from linter.source import SourceText
from linter.violation import Edit, Severity, Suppression, Violation

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# GitHub's code-scanning page sorts by this property
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_INSIDE = frozenset({"comment", "comments around a passage", "front matter"})
"""Means of suppression inside the article; the others, such as waivers and the baseline, have their own files."""


def write(report: Report) -> Iterator[str]:
    """Write the report as a SARIF log."""
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0"}).removesuffix("}")
    yield ', "runs": [' + json.dumps(_run(report), ensure_ascii=False).removesuffix("}")
    indexes = {rule.code: index for index, rule in enumerate(report.rules)}
    yield ', "artifacts": '
    yield from flat({"location": artifact(file.path), "roles": ["analysisTarget"]} for file in report.files)
    yield ', "results": '
    yield from flat(_result(violation, file, indexes) for file in report.files for violation in file.violations)
    properties = {"rulesHash": report.rules_hash, "regions": list(report.regions)}
    yield f', "properties": {json.dumps(properties, ensure_ascii=False)}}}]}}\n'


def _run(report: Report) -> Data:
    """The properties of the run that precede its files."""
    return {
        "tool": {
            "driver": {
                "name": "medlint",
                "version": report.version,
                "semanticVersion": report.version,
                "rules": [_rule(rule) for rule in report.rules],
            }
        },
        "automationDetails": {"id": "medlint/"},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that medlint was run in."}}},
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [_notification(error) for error in report.errors],
            }
        ],
    }


def _rule(rule: RuleFact) -> Data:
    why, advice = open_ended(rule.why), open_ended(rule.suggestion)
    sources = [(cited.title, cited.reach, cited.url) for cited in rule.citations]
    plain = [why, advice, *(f"Based on: {name} ({reach})" for name, reach, _ in sources)]
    marked = [why, f"**Suggestion:** {advice}"]
    if sources:
        links = (f"- [{name}]({url}) ({reach})" if url else f"- {name} ({reach})" for name, reach, url in sources)
        marked.append("Based on:\n\n" + "\n".join(links))
    return {
        "id": rule.code,
        "name": rule.id,
        "shortDescription": _text(title(rule)),
        "fullDescription": _text(why),
        "help": _text("\n\n".join(plain)) | {"markdown": _braced("\n\n".join(marked))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.family, *rule.jurisdictions],
            "problem.severity": _PROBLEMS[rule.severity],
        },
        **({"deprecatedIds": list(rule.aliases)} if rule.aliases else {}),
    }


def _result(violation: Violation, file: FileReport, indexes: Mapping[str, int]) -> Data:
    source = file.source
    region: Data = {
        "startLine": violation.start.line,
        "startColumn": violation.start.column,
        "endLine": violation.end.line,
        "endColumn": violation.end.column,
        "charOffset": violation.span.start,
        "charLength": violation.span.end - violation.span.start,
        "snippet": {"text": violation.excerpt},
    }
    result: Data = {
        "ruleId": violation.code,
        "level": _LEVELS[violation.severity],
        "message": _text(violation.message),
        "locations": [location(violation.path, region)],
        "partialFingerprints": {"medlint/v1": violation.fingerprint},
        "properties": {"family": violation.family, "suggestion": violation.suggestion},
    }
    if violation.code in indexes:
        result["ruleIndex"] = indexes[violation.code]
    if violation.evidence:
        result["relatedLocations"] = [
            location(violation.path, region_of(clue.span, source))
            | {"id": number, "message": _text(f"{clue.kind}: {clue.text}")}
            for number, clue in enumerate(violation.evidence)
        ]
    if violation.fix is not None:
        result["fixes"] = [_fix(violation.fix, violation, source)]
    # an empty list means not suppressed, a missing one unknown
    suppressed = violation.suppressed
    result["suppressions"] = [] if suppressed is None else [_suppression(suppressed)]
    return result


def _fix(edit: Edit, violation: Violation, source: SourceText | None) -> Data:
    replacement = {"deletedRegion": region_of(edit.span, source), "insertedContent": {"text": edit.text}}
    return {
        "description": _text(violation.suggestion),
        "artifactChanges": [{"artifactLocation": artifact(violation.path), "replacements": [replacement]}],
        "properties": {"safe": edit.safe},
    }


def _suppression(suppressed: Suppression) -> Data:
    properties = {"means": suppressed.means, "by": suppressed.by, "until": suppressed.until}
    return {
        "kind": "inSource" if suppressed.means in _INSIDE else "external",
        "status": "accepted",
        "justification": reason(suppressed),
        "properties": {key: value for key, value in properties.items() if value},
    }


def _notification(error: FileError) -> Data:
    region = {"startLine": error.line} if error.line else None
    if region is not None and error.column:
        region["startColumn"] = error.column
    return {
        "level": "error",
        "message": _text(error.message),
        "locations": [location(error.path, region)],
        "properties": {"kind": error_name(error)},
    }


def _text(text: str) -> Data:
    return {"text": _braced(text)}


def _braced(text: str) -> str:
    """Double the braces in a message, because SARIF uses them for placeholders."""
    return text.replace("{", "{{").replace("}", "}}")
