"""The findings as CSV records that no spreadsheet evaluates as formulas."""

import csv
import re
from collections.abc import Iterator

from linter.outcome import FileReport
from linter.report import Report
from linter.reports.html.safe import clipped, visible
from linter.reports.html.status import state_of
from linter.violation import Violation

CSV_COLUMNS = (
    "path",
    "line",
    "column",
    "severity",
    "code",
    "rule",
    "family",
    "message",
    "excerpt",
    "suggestion",
    "law",
    "status",
    "waived by",
    "waived until",
    "reason",
    "fingerprint",
)
_COMPUTED = re.compile(r"\s*[=+\-@]|[\t\r]")


def csv_line(violation: Violation, report: Report) -> str:
    """Format a finding as one record, with its line break."""
    suppressed = violation.suppressed
    state = ("open", "waived", "new")[state_of(violation, report)]
    return _record(
        violation.path,
        violation.start.line,
        violation.start.column,
        violation.severity.value,
        violation.code,
        violation.rule,
        violation.family,
        violation.message,
        clipped(violation.excerpt, 1000),
        violation.suggestion,
        "; ".join(citation.title for citation in violation.citations),
        state,
        suppressed.by if suppressed is not None else "",
        suppressed.until if suppressed is not None else "",
        suppressed.reason if suppressed is not None else "",
        violation.fingerprint,
    )


def csv_head() -> str:
    """The header record."""
    return _record(*CSV_COLUMNS)


def csv_lines(file: FileReport, report: Report) -> Iterator[str]:
    """The records of an article's findings."""
    for violation in file.violations:
        yield csv_line(violation, report)


class _Echo:
    """A file object that makes ``csv.writer`` return each record."""

    def write(self, record: str) -> str:
        return record


_WRITER = csv.writer(_Echo(), lineterminator="\r\n")


def _record(*values: str | int) -> str:
    """Format a record whose cells a spreadsheet does not evaluate."""
    cells = [f"'{value}" if isinstance(value, str) and _COMPUTED.match(value) else value for value in values]
    return visible(_WRITER.writerow(cells))
