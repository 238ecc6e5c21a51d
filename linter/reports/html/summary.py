"""What the front page keeps of each article, so that the article itself can be let go; and the data that it embeds."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from linter.report import FileReport, Report
from linter.reports.html.article import is_new, status_of
from linter.reports.html.safe import clipped, script_json, visible
from linter.value import Struct
from linter.violation import Severity, Suppression, Violation

OPEN, WAIVED, NEW = 0, 1, 2
"""States of a finding in the embedded data."""
_SEVERITIES = tuple(Severity)
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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Summary(Struct, frozen=True):
    """An article on the front page. ``groups`` counts findings by code, severity rank and state."""

    title: str
    path: str
    link: str
    status: str
    words: int
    grade: float | None
    promoted: tuple[str, ...]
    named: tuple[str, ...]
    groups: Mapping[tuple[str, int, int], int]
    waived: Mapping[Suppression, int]


def summarise(file: FileReport, title: str, report: Report, link: str) -> Summary:
    """The summary of an article; ``link`` is where its page is."""
    groups: Counter[tuple[str, int, int]] = Counter()
    waived: Counter[Suppression] = Counter()
    for violation in file.violations:
        groups[_group(violation.code, violation.severity.rank, state_of(violation, report))] += 1
        if violation.suppressed is not None:
            waived[violation.suppressed] += 1
    return Summary(
        title=title,
        path=visible(file.path),
        link=link,
        status=status_of(file.violations, report.fail_on),
        words=file.words,
        grade=file.readability.get("flesch_kincaid_grade"),
        promoted=tuple(
            visible(fact.name) for fact in sorted(file.treatments, key=lambda fact: -fact.mentions) if fact.promoted
        ),
        named=tuple(visible(fact.name) for fact in file.treatments if not fact.promoted),
        groups=dict(groups),
        waived=dict(waived),
    )


@lru_cache(4096)  # the summaries of very many articles share them
def _group(code: str, rank: int, state: int) -> tuple[str, int, int]:
    return code, rank, state


def state_of(violation: Violation, report: Report) -> int:
    """Whether a finding is waived, new against the earlier run, or neither."""
    return WAIVED if violation.suppressed is not None else NEW if is_new(violation, report) else OPEN


def rule_names(report: Report) -> dict[str, tuple[str, str]]:
    """The name and the family of each code, from the findings themselves, so that no rule is missing."""
    return {sort.code: (sort.rule, sort.family) for sort in report.counts}


Row = list[str | int]
"""What the script needs of a finding: its article's number, its code, rank, state and anchor, and its record as CSV."""


def index_data(report: Report, summaries: Sequence[Summary], findings: Iterable[Row] | None = None) -> Iterator[str]:
    """What the front page's script reads, as JSON in pieces: lists in place of objects, names once; ``assets/table.js``
    reads it. ``findings`` are there where the page itself makes the table of findings."""
    names = rule_names(report)
    codes = sorted({code for summary in summaries for code, _, _ in summary.groups})
    treatments = sorted({name for summary in summaries for name in (*summary.promoted, *summary.named)})
    rule_index = {code: index for index, code in enumerate(codes)}
    treatment_index = {name: index for index, name in enumerate(treatments)}
    articles: Iterator[list[Any]] = (
        [
            summary.title,
            summary.path,
            summary.link,
            summary.words,
            summary.grade,
            [treatment_index[name] for name in summary.promoted],
            [treatment_index[name] for name in summary.named],
            [[rule_index[code], rank, state, count] for (code, rank, state), count in summary.groups.items()],
        ]
        for summary in summaries
    )
    rules = [[code, *names[code]] for code in codes]
    head = {"rules": rules, "treatments": treatments, "failOn": report.fail_on.rank, "csvHead": csv_head()}
    yield script_json(head).removesuffix("}")
    yield from _listed("articles", articles)
    if findings is not None:
        yield from _listed("findings", findings)
    yield "}"


def _listed(name: str, rows: Iterable[Any]) -> Iterator[str]:
    """A list as the next entry of an object, row by row: there may be very many."""
    yield f',"{name}":['
    for number, row in enumerate(rows):
        yield f"{',' if number else ''}{script_json(row)}"
    yield "]"


def csv_line(violation: Violation, report: Report) -> str:
    """A finding as one record of the findings table, with its line break."""
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
    """The header record of the findings table."""
    return _record(*CSV_COLUMNS)


def csv_lines(file: FileReport, report: Report) -> Iterator[str]:
    """The records of an article's findings."""
    for violation in file.violations:
        yield csv_line(violation, report)


def _record(*values: str | int) -> str:
    record = io.StringIO()
    csv.writer(record, lineterminator="\r\n").writerow([_cell(value) for value in values])
    return record.getvalue()


def _cell(value: str | int) -> str | int:
    """A cell that a spreadsheet shows and does not compute."""
    if isinstance(value, int):
        return value
    shown = visible(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) or shown.startswith(_FORMULA) else shown
