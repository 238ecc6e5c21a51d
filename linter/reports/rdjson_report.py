"""Reviewdog's diagnostic format: comments and one-click suggestions on a pull request of any code host.

Columns count UTF-8 bytes from 1; ends are exclusive. Every diagnostic becomes a comment and can fail a pull request, so
suppressed findings are under a key of our own, ``accepted``, which reviewdog ignores.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from linter.outcome import FileError, FileReport
from linter.report import Report
from linter.reports.json_text import indented
from linter.reports.wording import error_name, slashed, suppression_note
from linter.source import SourceText, Span
from linter.violation import Edit, Severity, Violation

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

Data = dict[str, Any]


def write(report: Report) -> Iterator[str]:
    """Write the report as one JSON object."""
    yield '{\n "source": {\n  "name": "medlint"\n },\n "diagnostics": '
    found = (diagnostic for file in report.files for diagnostic in _diagnostics(file))
    yield from indented(chain(found, map(_error, report.errors)), 1)
    if any(group.means is not None for group in report.counts):
        yield ',\n "accepted": '
        yield from indented((found for file in report.files for found in _diagnostics(file, suppressed=True)), 1)
    yield "\n}\n"


def _diagnostics(file: FileReport, suppressed: bool = False) -> list[Data]:
    shown = [violation for violation in file.violations if (violation.suppressed is not None) == suppressed]
    source = file.source
    if source is None:
        # without the text, bytes cannot be counted: use whole lines, whose end is inclusive
        return [_diagnostic(found, _lines(found)) for found in shown]
    spans = [found.span for found in shown] + [found.fix.span for found in shown if found.fix is not None]
    places = _places(source, spans)
    return [_diagnostic(found, _range(found.span, places)) | _suggestions(found.fix, places) for found in shown]


def _places(source: SourceText, spans: Iterable[Span]) -> dict[int, Data]:
    """Map offsets to reviewdog positions, in one pass over the text, however long its lines are."""
    places: dict[int, Data] = {}
    line, counted_to, column = 0, 0, 1
    for offset in sorted({end for span in spans for end in (span.start, span.end)}):
        number = source.position(offset).line
        if number != line:
            line, counted_to, column = number, source.line_starts[number - 1], 1
        column += len(source.text[counted_to:offset].encode())
        counted_to = offset
        places[offset] = {"line": line, "column": column}
    return places


def _range(span: Span, places: Mapping[int, Data]) -> Data:
    return {"start": places[span.start], "end": places[span.end]}


def _lines(violation: Violation) -> Data:
    return {"start": {"line": violation.start.line}, "end": {"line": violation.end.line}}


def _diagnostic(violation: Violation, place: Data) -> Data:
    code: Data = {"value": violation.code}
    address = next((cited.url for cited in violation.citations if cited.url), "")
    if address:
        code["url"] = address
    prefix = "" if violation.suppressed is None else f"{suppression_note(violation.suppressed)}\n"
    return {
        "message": f"{prefix}{violation.message}\nSuggestion: {violation.suggestion}",
        "location": {"path": slashed(violation.path), "range": place},
        "severity": _SEVERITIES[violation.severity],
        "code": code,
    }


def _suggestions(edit: Edit | None, places: Mapping[int, Data]) -> Data:
    return {} if edit is None else {"suggestions": [{"range": _range(edit.span, places), "text": edit.text}]}


def _error(error: FileError) -> Data:
    location: Data = {"path": slashed(error.path)}
    if error.line:
        location["range"] = {"start": {"line": error.line}}
    return {
        "message": error.message,
        "location": location,
        "severity": "ERROR",
        "code": {"value": error_name(error)},
    }
