"""Checkstyle XML, which many build servers and review tools read.

Readers count every entry, so suppressed findings are written as comments, with their reason.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from linter.outcome import FileError
from linter.report import Report
from linter.reports.wording import error_name, errors_by_path, slashed, suppression_note
from linter.reports.xml_text import comment, element, written
from linter.violation import Violation

VERSION = "4.3"
"""The Checkstyle version that readers expect."""


def write(report: Report) -> Iterator[str]:
    """The report as a Checkstyle document."""
    return written(element("checkstyle", {"version": VERSION}), _files(report))


def _files(report: Report) -> Iterator[Element]:
    errors = errors_by_path(report)
    for file in report.files:
        yield _file(file.path, file.violations, errors.pop(file.path, ()))
    for path, found in errors.items():
        yield _file(path, (), found)


def _file(path: str, violations: Iterable[Violation], errors: Iterable[FileError]) -> Element:
    file = element("file", {"name": slashed(path)})
    file.extend(map(_entry, violations))
    file.extend(map(_file_error, errors))
    return file


def _entry(violation: Violation) -> "Element[Any]":
    if violation.suppressed is None:
        return _error(violation)
    place = f"{violation.start.line}:{violation.start.column}"
    return comment(f"{place} {violation.code} {suppression_note(violation.suppressed)} {violation.message}")


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
            # readers need a line number: use the first line for the whole file
            "line": max(1, error.line),
            "severity": "error",
            "message": error.message,
            "source": f"medlint.{error_name(error)}",
        },
    )
