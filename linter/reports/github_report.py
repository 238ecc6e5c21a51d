"""Workflow commands of GitHub Actions: each finding becomes an annotation on the changed lines of a pull request.

GitHub shows the first ten errors, ten warnings and ten notices of a step; the log holds them all. Suppressed findings
are debug commands, which make no annotation and are in the log of a run that asks for it.
"""

from linter.report import FileError, Report
from linter.reports.terminal import printable
from linter.reports.wording import accepted, error_name, slashed
from linter.violation import Severity, Suppression, Violation

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report) -> str:
    """The report as one command a line."""
    commands = [_error(error) for error in report.errors]
    commands.extend(_finding(violation) for violation in report.open)
    commands.extend(_debug(found, found.suppressed) for found in report.violations if found.suppressed is not None)
    return "".join(f"{command}\n" for command in commands)


def _finding(violation: Violation) -> str:
    properties: dict[str, str | int] = {"file": printable(slashed(violation.path)), "line": violation.start.line}
    properties["endLine"] = violation.end.line
    if violation.start.line == violation.end.line:
        # GitHub refuses columns with an annotation of several lines
        properties |= {"col": violation.start.column, "endColumn": violation.end.column}
    properties["title"] = f"{violation.code} {violation.rule}"
    message = f"{printable(violation.message)}\nDo this: {printable(violation.suggestion)}"
    return _command(_COMMANDS[violation.severity], properties, message)


def _debug(violation: Violation, suppression: Suppression) -> str:
    place = f"{slashed(violation.path)}:{violation.start.line}:{violation.start.column}"
    message = f"{place} {violation.code} {accepted(suppression)} {violation.message}"
    return f"::debug::{_data(printable(message))}"


def _error(error: FileError) -> str:
    properties: dict[str, str | int] = {"file": printable(slashed(error.path))}
    if error.line:
        properties["line"] = error.line
    properties["title"] = error_name(error)
    return _command("error", properties, printable(error.message))


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
