"""A scan worker: it loads the rules once, and turns rows into findings, articles and rejected rows."""

import json
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, cast

import daft
from daft import DataType
from daft.exceptions import DaftCoreException

from linter.outcome import FileError, FileReport, Kind
from linter.parsers import SUFFIXES, format_of
from linter.reports.json_report import placed
from linter.run import Plan
from linter.run.articles import MAX_ARTICLE, too_large
from linter.run.lint import lint_stream
from linter.scan import ScanError
from linter.scan.pieces import DAMAGED, JSON, WARC
from linter.scan.rows import BY_SUFFIX, STREAM, Columns
from linter.scan.web import page_of
from linter.source import SourceError
from linter.typed import Any
from linter.value import replace
from linter.violation import Severity, Violation

_SEVERITIES = tuple((severity.value, severity) for severity in Severity)
_TEXT, _NUMBER = DataType.string(), DataType.int64()
FINDING = {
    "id": _TEXT,
    "line": _NUMBER,
    "column": _NUMBER,
    "end_line": _NUMBER,
    "end_column": _NUMBER,
    "start": _NUMBER,
    "end": _NUMBER,
    "code": _TEXT,
    "rule": _TEXT,
    "family": _TEXT,
    "severity": _TEXT,
    "message": _TEXT,
    "excerpt": _TEXT,
    "suggestion": _TEXT,
    "fingerprint": _TEXT,
    "suppressed": DataType.bool(),
}
"""The columns of a finding, as in the JSON contract; ``id`` is the article's name."""
ARTICLE = {
    "id": _TEXT,
    "words": _NUMBER,
    "sentences": _NUMBER,
    "grade": DataType.float64(),
    "treatments": DataType.list(_TEXT),
    "promoted": DataType.list(_TEXT),
    **{severity.value: _NUMBER for severity in Severity},
}
"""The columns of an article: its facts and its open findings by severity."""
REJECTED = {"id": _TEXT, "reason": _TEXT, "internal": DataType.bool()}
"""The columns of a row that could not be checked; ``internal`` marks a bug in medlint."""
JUDGED = DataType.struct(
    {
        "findings": DataType.list(DataType.struct(FINDING)),
        "articles": DataType.list(DataType.struct(ARTICLE)),
        "rejected": DataType.list(DataType.struct(REJECTED)),
    }
)
TABLES = ("findings", "articles", "rejected")
"""The tables of a scan."""
BATCH = 64


class Judge:
    """The state of a worker process: the plan, which is sent to it once."""

    def __init__(self, plan: Plan, columns: Columns) -> None:
        self._plan = plan
        self._columns = columns

    @daft.method.batch(return_dtype=JUDGED, batch_size=BATCH)
    def judge(self, names: daft.Series, contents: daft.Series, formats: daft.Series) -> list[dict[str, Any]]:
        """Check each row of a batch."""
        rows = zip(names.to_pylist(), contents.to_pylist(), formats.to_pylist(), strict=True)
        return [_row(outcomes(name, content, form, self._plan, self._columns)) for name, content, form in rows]


def outcomes(
    name: str | None, content: bytes | None, form: str, plan: Plan, columns: Columns
) -> Iterator[FileReport | FileError]:
    """Check the articles of a row: usually one, none for a web record that is not a page."""
    if content is None:
        yield FileError(name or "", "there is no text", Kind.INPUT)
        return
    if form == DAMAGED:
        yield FileError(name or "", content.decode(), Kind.INPUT)
        return
    try:
        if form == WARC:
            page = page_of(content)
            if page is None:
                return
            content, form = page.text, page.format
        elif form == JSON:
            name, content, form = _line(content, columns)
    except (SourceError, ScanError, ValueError, RecursionError) as error:
        yield FileError(name or "", " ".join(str(error).split()), Kind.INPUT)
        return
    if not name:
        yield FileError("", "the row has no name", Kind.INPUT)
    elif form == STREAM:
        yield from _streamed(name, plan)
    elif len(content) > MAX_ARTICLE:
        yield too_large(name)
    else:
        format_name = form if form != BY_SUFFIX and not _has_suffix(name) else format_of(name)
        yield from lint_stream(name, BytesIO(content), plan, format_name)


def _streamed(address: str, plan: Plan) -> Iterator[FileReport | FileError]:
    """Check the articles of an export without reading it into memory as a whole."""
    try:
        with daft.File(address).open() as stream:
            yield from lint_stream(address, cast("BinaryIO", stream), plan)
    except (OSError, DaftCoreException) as error:
        yield FileError(address, " ".join(str(error).split()), Kind.INPUT)


def _has_suffix(name: str) -> bool:
    """Whether a name is a file name whose suffix implies the format."""
    return "://" not in name and any(name.lower().endswith(suffix) for suffix in SUFFIXES)


def _line(content: bytes, columns: Columns) -> tuple[str, bytes, str]:
    row = json.loads(content)
    if not isinstance(row, dict):
        raise SourceError("the line is not a JSON object")
    found = columns.of(row)
    name, text = row[found.name], row[found.content]
    if not isinstance(text, str):
        raise SourceError(f"{found.content} is not text")
    return str(name), text.encode("utf-8", "replace"), found.format


def _row(outcomes: Iterator[FileReport | FileError]) -> dict[str, Any]:
    row: dict[str, list[dict[str, Any]]] = {"findings": [], "articles": [], "rejected": []}
    for outcome in outcomes:
        if isinstance(outcome, FileReport):
            row["articles"].append(_article(outcome))
            row["findings"].extend(_finding(violation) for violation in outcome.violations)
        else:
            internal = outcome.kind is Kind.INTERNAL
            row["rejected"].append({"id": outcome.path, "reason": outcome.message, "internal": internal})
    return row


def _article(file: FileReport) -> dict[str, Any]:
    open_counts = Counter(violation.severity for violation in file.violations if violation.suppressed is None)
    return {
        "id": file.path,
        "words": file.words,
        "sentences": file.sentences,
        "grade": file.readability.get("flesch_kincaid_grade"),
        "treatments": [fact.name for fact in file.treatments],
        "promoted": [fact.name for fact in file.treatments if fact.promoted],
        **{name: open_counts[severity] for name, severity in _SEVERITIES},
    }


def _finding(violation: Violation) -> dict[str, Any]:
    return {
        "id": violation.path,
        **placed(violation),
        "suggestion": violation.suggestion,
        "fingerprint": violation.fingerprint,
        "suppressed": violation.suppressed is not None,
    }


def judges(plan: Plan, columns: Columns, workers: int, processes: bool) -> Any:
    """Create Daft's pool of workers: processes on this machine, or actors on a cluster."""
    judge = daft.cls(Judge, max_concurrency=workers, use_process=processes or None)
    # a copy of the program lacks its caches, which may hold what cannot be sent to a worker
    return judge(replace(plan, program=replace(plan.program)), columns)
