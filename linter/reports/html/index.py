"""The data of the front page's script, ``assets/table.js``: a row for each article and, on a single page, each finding.

The rows are spooled to disk until the front page is written, because they may not fit in memory.
"""

from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import Any

from linter.outcome import FileReport
from linter.report import Report
from linter.reports.html.article import anchors
from linter.reports.html.findings import csv_head, csv_line
from linter.reports.html.safe import script_json
from linter.reports.html.status import state_of
from linter.reports.html.summary import Summary, rule_names

_MAX_IN_MEMORY = 4_000_000
"""Bytes of rows that are kept in memory."""


class Index:
    """The rows as compact JSON: lists instead of objects, each name once. Call ``pieces`` after adding all articles."""

    def __init__(self, report: Report) -> None:
        names = rule_names(report)
        self._report = report
        self._rules = {code: (number, *names[code]) for number, code in enumerate(sorted(names))}
        self._treatments: dict[str, int] = {}
        self._articles, self._findings = _Rows(), _Rows()

    def add(self, summary: Summary) -> None:
        """Add an article."""
        groups = [[self._rules[code][0], *group, count] for (code, *group), count in summary.groups.items()]
        self._articles.add(
            [
                summary.title,
                summary.path,
                summary.link,
                summary.words,
                summary.grade,
                self._numbers(summary.promoted),
                self._numbers(summary.named),
                groups,
            ]
        )

    def add_findings(self, number: int, file: FileReport) -> None:
        """Add the findings of an article by its number: code, rank, state, anchor, and CSV record."""
        for name, violation in zip(anchors(file.violations), file.violations, strict=True):
            state = state_of(violation, self._report)
            record = csv_line(violation, self._report)
            self._findings.add([number, violation.code, violation.severity.rank, state, name, record])

    def pieces(self, findings: bool) -> Iterator[str]:
        """Yield the JSON; with ``findings`` if the page itself creates the CSV file."""
        rules = [[code, *names] for code, (_, *names) in self._rules.items()]
        head = {"rules": rules, "failOn": self._report.fail_on.rank, "csvHead": csv_head()}
        yield script_json(head).removesuffix("}")
        yield from _listed("articles", self._articles)
        if findings:
            yield from _listed("findings", self._findings)
        yield from _listed("treatments", map(script_json, self._treatments))
        yield "}"

    def close(self) -> None:
        """Discard the rows."""
        self._articles.file.close()
        self._findings.file.close()

    def _numbers(self, names: Iterable[str]) -> list[int]:
        return [self._treatments.setdefault(name, len(self._treatments)) for name in names]


class _Rows:
    """JSON rows, in the order in which they were added."""

    def __init__(self) -> None:
        self.file = SpooledTemporaryFile(_MAX_IN_MEMORY, prefix="medlint-")  # noqa: SIM115 - open while it is filled

    def add(self, row: Any) -> None:
        self.file.write(script_json(row).encode() + b"\n")

    def __iter__(self) -> Iterator[str]:
        self.file.seek(0)
        return (line[:-1].decode() for line in self.file)


def _listed(name: str, rows: Iterable[str]) -> Iterator[str]:
    """Format a list as the next entry of an object."""
    yield f',"{name}":['
    for number, row in enumerate(rows):
        yield f",{row}" if number else row
    yield "]"
