"""The scan: part after part, so that memory holds the findings of one and a stop loses the work of one."""

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
from linter.scan.starting import bound_starts
from linter.scan.store import Mark, read_marks, refuse_mixed, write_mark, write_part
from linter.typed import Any
from linter.value import Struct
from linter.version import VERSION


class Order(Struct, frozen=True):
    """What a scan does: by which plan, with which columns, where to, by how many workers.

    ``processes`` makes the workers processes of this machine; on a cluster they are its actors.
    """

    plan: Plan
    columns: Columns
    out: str
    workers: int
    processes: bool

    @property
    def settings(self) -> str:
        """A name for all that the findings depend on beside the articles."""
        plan = self.plan
        rules = [(rule.code, rule.severity.value) for rule in plan.rules]
        profile = sorted(plan.setting.profile.items())
        told = repr((VERSION, plan.program.hash, rules, plan.setting.regions, profile, self.columns))
        return sha256(told.encode()).hexdigest()[:16]


class IncompleteError(Exception):
    """Not every row of a part came back."""


class Failure(Struct, frozen=True):
    """A part that could not be finished, and why, in one line; the next scan tries it again."""

    part: Part
    reason: str


def scan(parts: Sequence[Part], order: Order) -> Iterator[Mark | Failure]:
    """Judge the parts that are not finished yet; each is told when it is done. Raises :class:`ScanError`."""
    if order.processes:
        bound_starts()
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
    except Exception as error:  # noqa: BLE001 - whatever a worker or the store dies of, the other parts are still done
        return Failure(part, _line(error))
    mark = Mark(part.name, part.files, order.settings, round(time.monotonic() - start, 3), counts)
    write_mark(order.out, mark)
    return mark


def _judged(part: Part, order: Order) -> DataFrame:
    """What came of the rows of a part, computed. Files that cannot be read are a rejected row each."""
    files = list(part.files)
    try:
        return _judge(part.kind, files, order)
    except ScanError:
        raise
    except Exception:  # whatever went wrong: if it was the files, the good ones are judged without the bad
        broken = {file: why for file in files if (why := _unreadable(part.kind, file, order.columns))}
        if not broken:
            raise
    rejected = daft.from_pydict({"source": list(broken), "judged": [_rejected(why) for why in broken.values()]})
    rejected = rejected.select(col("source"), col("judged").cast(JUDGED))
    readable = [file for file in files if file not in broken]
    return (_judge(part.kind, readable, order).concat(rejected) if readable else rejected).collect()


def _judge(kind: str, files: list[str], order: Order) -> DataFrame:
    """What came of the rows of files, computed. Raises what Daft raises, and :class:`IncompleteError`."""
    rows = rows_of(kind, files, order.columns)
    if not order.processes:
        rows = rows.into_partitions(order.workers)  # a cluster spreads partitions
    judge = judges(order.plan, order.columns, order.workers, order.processes)
    judged = rows.select(col("source"), judge.judge(col("id"), col("content"), col("format")).alias("judged")).collect()
    # where the interrupt is not Python's to raise (a job in the background), Daft stops without an error
    wanted = rows_of(kind, files, order.columns).select("id").collect().count_rows()
    came = judged.count_rows()
    if came != wanted:
        raise IncompleteError(f"{came:,} of {wanted:,} rows came back: the scan was stopped")
    return judged


def _unreadable(kind: str, file: str, columns: Columns) -> str:
    """Why a file cannot be read, or nothing."""
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
    """The last line of an error that says something; Daft puts what a worker raised at the end."""
    lines = [line.strip() for line in str(error).split("\n") if line.strip()]
    return lines[-1] if lines else type(error).__name__
