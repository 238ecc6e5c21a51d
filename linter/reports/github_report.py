"""Workflow commands of GitHub Actions: each finding becomes an annotation on the changed lines of a pull request.

GitHub shows the first ten errors, ten warnings and ten notices of a step; the log has all of them. Suppressed findings
are debug commands, which create no annotation and appear in the log only if debug logging is enabled.
"""

from collections.abc import Iterator

from linter.outcome import FileError
from linter.report import Report
from linter.reports.terminal import printable
from linter.reports.wording import error_name, slashed, suppression_note
from linter.violation import Severity, Suppression, Violation

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report) -> Iterator[str]:
    """Write the report with one command on each line."""
    yield from map(_error, report.errors)
    yield from (_finding(found) for file in report.files for found in file.violations if found.suppressed is None)
    if any(group.means is not None for group in report.counts):
        yield from (
            _debug(violation, violation.suppressed)
            for file in report.files
            for violation in file.violations
            if violation.suppressed is not None
        )


def _finding(violation: Violation) -> str:
    properties: dict[str, str | int] = {"file": printable(slashed(violation.path)), "line": violation.start.line}
    properties["endLine"] = violation.end.line
    if violation.start.line == violation.end.line:
        # GitHub rejects columns in annotations of several lines
        properties |= {"col": violation.start.column, "endColumn": violation.end.column}
    properties["title"] = f"{violation.code} {violation.rule}"
    message = f"{printable(violation.message)}\nSuggestion: {printable(violation.suggestion)}"
    return _command(_COMMANDS[violation.severity], properties, message)


def _debug(violation: Violation, suppression: Suppression) -> str:
    place = f"{slashed(violation.path)}:{violation.start.line}:{violation.start.column}"
    message = f"{place} {violation.code} {suppression_note(suppression)} {violation.message}"
    return f"::debug::{_data(printable(message))}\n"


def _error(error: FileError) -> str:
    properties: dict[str, str | int] = {"file": printable(slashed(error.path))}
    if error.line:
        properties["line"] = error.line
    properties["title"] = error_name(error)
    return _command("error", properties, printable(error.message))


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    pairs = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {pairs}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
