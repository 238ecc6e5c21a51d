"""Scan part by part, so that only the findings of one part are in memory, and an interruption loses only one part."""

import time
from collections.abc import Iterator, Sequence
from hashlib import sha256

import daft
from daft import DataFrame, col

from linter.run import Plan
from linter.scan import ScanError
from linter.scan.judge import JUDGED, judges
from linter.scan.parts import Part
from linter.scan.rows import Columns, rows_of
from linter.scan.starting import limit_start_time
from linter.scan.store import Mark, read_marks, refuse_mixed, write_mark, write_part
from linter.typed import Any
from linter.value import Struct
from linter.version import VERSION


class Order(Struct, frozen=True):
    """The parameters of a scan: plan, columns, output folder, number of workers.

    ``processes``: the workers are local processes; otherwise they are actors on a cluster.
    """

    plan: Plan
    columns: Columns
    out: str
    workers: int
    processes: bool

    @property
    def settings(self) -> str:
        """A hash of everything that the findings depend on, except the articles."""
        plan = self.plan
        rules = [(rule.code, rule.severity.value) for rule in plan.rules]
        profile = sorted(plan.setting.profile.items())
        identity = repr((VERSION, plan.program.hash, rules, plan.setting.regions, profile, self.columns))
        return sha256(identity.encode()).hexdigest()[:16]


class IncompleteError(Exception):
    """Not every row of a part was returned."""


class Failure(Struct, frozen=True):
    """A part that could not be finished, and the reason, in one line; the next scan retries it."""

    part: Part
    reason: str


def scan(parts: Sequence[Part], order: Order) -> Iterator[Mark | Failure]:
    """Scan the unfinished parts, and yield the outcome of each. Raises :class:`ScanError`."""
    if order.processes:
        limit_start_time()
    marks = read_marks(order.out)
    refuse_mixed(marks, list(parts), order.settings)
    finished = {mark.name for mark in marks}
    for part in parts:
        if part.name not in finished:
            yield _finish(part, order)


def _finish(part: Part, order: Order) -> Mark | Failure:
    start = time.monotonic()
    try:
        counts = write_part(order.out, part, _judged(part, order))
    except ScanError:
        raise
    except Exception as error:  # noqa: BLE001 - an error in a worker or the store must not stop the other parts
        return Failure(part, _line(error))
    mark = Mark(part.name, part.files, order.settings, round(time.monotonic() - start, 3), counts)
    write_mark(order.out, mark)
    return mark


def _judged(part: Part, order: Order) -> DataFrame:
    """Check the rows of a part. Each unreadable file becomes a rejected row."""
    files = list(part.files)
    try:
        return _judge(part.kind, files, order)
    except ScanError:
        raise
    except Exception:  # if files are unreadable, check the others without them
        broken = {file: why for file in files if (why := _unreadable(part.kind, file, order.columns))}
        if not broken:
            raise
    rejected = daft.from_pydict({"source": list(broken), "judged": [_rejected(why) for why in broken.values()]})
    rejected = rejected.select(col("source"), col("judged").cast(JUDGED))
    readable = [file for file in files if file not in broken]
    return (_judge(part.kind, readable, order).concat(rejected) if readable else rejected).collect()


def _judge(kind: str, files: list[str], order: Order) -> DataFrame:
    """Check the rows of files. Raises Daft's errors, and :class:`IncompleteError`."""
    rows = rows_of(kind, files, order.columns)
    if not order.processes:
        rows = rows.into_partitions(order.workers)  # a cluster distributes partitions
    judge = judges(order.plan, order.columns, order.workers, order.processes)
    judged = rows.select(col("source"), judge.judge(col("id"), col("content"), col("format")).alias("judged")).collect()
    # if Python cannot raise the interrupt (as in a background job), Daft stops without an error
    expected = rows_of(kind, files, order.columns).select("id").collect().count_rows()
    returned = judged.count_rows()
    if returned != expected:
        raise IncompleteError(f"only {returned:,} of {expected:,} rows were returned: the scan was stopped")
    return judged


def _unreadable(kind: str, file: str, columns: Columns) -> str:
    """The reason why a file cannot be read; empty if it can."""
    try:
        rows_of(kind, [file], columns).select(col("content").is_null().alias("none")).collect()
    except Exception as error:  # noqa: BLE001 - Daft's readers raise what their formats raise
        return _line(error)
    return ""


def _rejected(why: str) -> dict[str, Any]:
    return {
        "findings": [],
        "articles": [],
        "rejected": [{"id": "", "reason": f"cannot read the file: {why}", "internal": False}],
    }


def _line(error: Exception) -> str:
    """The last nonblank line of an error, which is where Daft puts the error of a worker."""
    lines = [line.strip() for line in str(error).split("\n") if line.strip()]
    return lines[-1] if lines else type(error).__name__
