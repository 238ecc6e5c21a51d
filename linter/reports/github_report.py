"""Workflow commands of GitHub Actions: each finding becomes an annotation on the changed lines of a pull request.

GitHub shows the first ten errors, ten warnings and ten notices of a step; the log holds them all. Suppressed findings
are debug commands, which make no annotation and are in the log of a run that asks for it.
"""

from collections.abc import Iterator

from linter.outcome import FileError
from linter.report import Report
from linter.reports.terminal import printable
from linter.reports.wording import accepted, error_name, slashed
from linter.violation import Severity, Suppression, Violation

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report) -> Iterator[str]:
    """The report as one command a line."""
    yield from map(_error, report.errors)
    yield from (_finding(one) for file in report.files for one in file.violations if one.suppressed is None)
    if any(sort.means is not None for sort in report.counts):
        yield from (
            _debug(one, one.suppressed)
            for file in report.files
            for one in file.violations
            if one.suppressed is not None
        )


def _finding(violation: Violation) -> str:
    properties: dict[str, str | int] = {"file": printable(slashed(violation.path)), "line": violation.start.line}
    properties["endLine"] = violation.end.line
    if violation.start.line == violation.end.line:
        # GitHub refuses columns with an annotation of several lines
        properties |= {"col": violation.start.column, "endColumn": violation.end.column}
    properties["title"] = f"{violation.code} {violation.rule}"
    message = f"{printable(violation.message)}\nSuggestion: {printable(violation.suggestion)}"
    return _command(_COMMANDS[violation.severity], properties, message)


def _debug(violation: Violation, suppression: Suppression) -> str:
    place = f"{slashed(violation.path)}:{violation.start.line}:{violation.start.column}"
    message = f"{place} {violation.code} {accepted(suppression)} {violation.message}"
    return f"::debug::{_data(printable(message))}\n"


def _error(error: FileError) -> str:
    properties: dict[str, str | int] = {"file": printable(slashed(error.path))}
    if error.line:
        properties["line"] = error.line
    properties["title"] = error_name(error)
    return _command("error", properties, printable(error.message))


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
