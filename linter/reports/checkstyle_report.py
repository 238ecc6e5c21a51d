"""Checkstyle XML, which many build servers and review tools read; suppressed findings have no place in it."""

from xml.etree.ElementTree import Element

from linter.report import FileError, Report
from linter.reports.wording import error_name, slashed
from linter.reports.xml_text import element, written
from linter.violation import Violation

VERSION = "4.3"
"""The version of the format (Checkstyle's own), which readers expect."""


def write(report: Report) -> str:
    """The report as a Checkstyle document."""
    root = element("checkstyle", {"version": VERSION})
    for file in report.files:
        found = element("file", {"name": slashed(file.path)})
        found.extend(_error(violation) for violation in file.violations if violation.suppressed is None)
        root.append(found)
    for error in report.errors:
        unread = element("file", {"name": slashed(error.path)})
        unread.append(_file_error(error))
        root.append(unread)
    return written(root)


def _error(violation: Violation) -> Element:
    return element(
        "error",
        {
            "line": violation.start.line,
            "column": violation.start.column,
            "severity": violation.severity.value,
            "message": f"{violation.message} {violation.suggestion}",
            "source": f"medlint.{violation.family}.{violation.code}",
        },
    )


def _file_error(error: FileError) -> Element:
    return element(
        "error",
        {
            # readers want a number: the first line stands for the whole file
            "line": max(1, error.line),
            "severity": "error",
            "message": error.message,
            "source": f"medlint.{error_name(error)}",
        },
    )
