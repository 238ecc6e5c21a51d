"""What the front page's script reads: a row an article, in one page a row a finding too; ``assets/table.js`` reads it.

The rows wait on disk until the front page is written, since there may be more than the memory should hold.
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

_AT_HAND = 4_000_000
"""Bytes of rows that stay in memory."""


class Index:
    """The rows as JSON: lists in place of objects, names once. ``pieces`` comes when all articles have been added."""

    def __init__(self, report: Report) -> None:
        names = rule_names(report)
        self._report = report
        self._rules = {code: (number, *names[code]) for number, code in enumerate(sorted(names))}
        self._treatments: dict[str, int] = {}
        self._articles, self._findings = _Rows(), _Rows()

    def add(self, summary: Summary) -> None:
        """Take an article."""
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
        """Take the findings of the article with a number: code, rank, state, anchor, and the record as CSV."""
        for name, violation in zip(anchors(file.violations), file.violations, strict=True):
            state = state_of(violation, self._report)
            record = csv_line(violation, self._report)
            self._findings.add([number, violation.code, violation.severity.rank, state, name, record])

    def pieces(self, findings: bool) -> Iterator[str]:
        """The JSON; ``findings`` are there where the page itself makes the table of findings."""
        rules = [[code, *names] for code, (_, *names) in self._rules.items()]
        head = {"rules": rules, "failOn": self._report.fail_on.rank, "csvHead": csv_head()}
        yield script_json(head).removesuffix("}")
        yield from _listed("articles", self._articles)
        if findings:
            yield from _listed("findings", self._findings)
        yield from _listed("treatments", map(script_json, self._treatments))
        yield "}"

    def close(self) -> None:
        """Let the rows go."""
        self._articles.file.close()
        self._findings.file.close()

    def _numbers(self, names: Iterable[str]) -> list[int]:
        return [self._treatments.setdefault(name, len(self._treatments)) for name in names]


class _Rows:
    """Rows of JSON, in their order."""

    def __init__(self) -> None:
        self.file = SpooledTemporaryFile(_AT_HAND, prefix="medlint-")  # noqa: SIM115 - open while it is filled

    def add(self, row: Any) -> None:
        self.file.write(script_json(row).encode() + b"\n")

    def __iter__(self) -> Iterator[str]:
        self.file.seek(0)
        return (line[:-1].decode() for line in self.file)


def _listed(name: str, rows: Iterable[str]) -> Iterator[str]:
    """A list as the next entry of an object."""
    yield f',"{name}":['
    for number, row in enumerate(rows):
        yield f",{row}" if number else row
    yield "]"
