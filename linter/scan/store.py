"""The output folder of a scan: tables partitioned by part, and a mark for each finished part.

::

    findings/part=…/*.parquet   articles/part=…/*.parquet   rejected/part=…/*.parquet   finished/part=…/*.parquet

The mark of a part is written last: a part without a mark is scanned again, and its tables are replaced. The folder may
be local or in an object store.
"""

import daft
from daft import DataFrame, DataType, col

from linter.scan import ScanError
from linter.scan.judge import TABLES
from linter.scan.parts import Part
from linter.typed import Any
from linter.value import Struct

_MARKS = "finished"
_MARK = {
    "name": DataType.string(),
    "files": DataType.list(DataType.string()),
    "settings": DataType.string(),
    "seconds": DataType.float64(),
    **dict.fromkeys(TABLES, DataType.int64()),
}


class Mark(Struct, frozen=True):
    """A finished part: its name and files, the hash of the settings, and the number of its rows in each table."""

    name: str
    files: tuple[str, ...]
    settings: str
    seconds: float
    counts: dict[str, int]


def write_part(root: str, part: Part, judged: DataFrame) -> dict[str, int]:
    """Write the tables of a part, replacing those of an earlier attempt. Return the number of rows of each table."""
    counts: dict[str, int] = {}
    for table in TABLES:
        rows = (
            judged.select(col("source"), col("judged")[table].alias("row"))
            .explode("row")
            .where(col("row").not_null())
            .select(col("row").unnest(), col("source"))
            .collect()
        )
        rows.write_parquet(_place(root, table, part.name), write_mode="overwrite")
        counts[table] = rows.count_rows()
    return counts


def write_mark(root: str, mark: Mark) -> None:
    """Mark a part as finished."""
    row: dict[str, Any] = {
        "name": mark.name,
        "files": list(mark.files),
        "settings": mark.settings,
        "seconds": mark.seconds,
        **mark.counts,
    }
    table = daft.from_pylist([row]).select(*(col(name).cast(kind) for name, kind in _MARK.items()))
    table.write_parquet(_place(root, _MARKS, mark.name), write_mode="overwrite")


def read_marks(root: str) -> list[Mark]:
    """Read the marks of the finished parts; empty for a new folder."""
    table = read(root, _MARKS)
    if table is None:
        return []
    return [
        Mark(row["name"], tuple(row["files"]), row["settings"], row["seconds"], {name: row[name] for name in TABLES})
        for row in table.to_pylist()
    ]


def read(root: str, table: str) -> DataFrame | None:
    """Read a table of a scan; None if it has no rows."""
    pattern = f"{root.rstrip('/')}/{table}/*/*.parquet"
    try:
        if not daft.from_glob_path(pattern).count_rows():
            return None
    except (FileNotFoundError, daft.exceptions.DaftCoreException):
        return None
    return daft.read_parquet(pattern, hive_partitioning=True)


def refuse_mixed(marks: list[Mark], parts: list[Part], settings: str) -> None:
    """Raise :class:`ScanError` if a scan would mix findings of several rule sets, or count a file twice."""
    if any(mark.settings != settings for mark in marks):
        raise ScanError("the folder holds findings from other rules or options; choose another one with --out")
    planned = {file: part.name for part in parts for file in part.files}
    for mark in marks:
        for file in mark.files:
            if planned.get(file, mark.name) != mark.name:
                raise ScanError(f"{file} was scanned in another part, or has changed since; choose another folder")


def _place(root: str, table: str, part: str) -> str:
    return f"{root.rstrip('/')}/{table}/part={part}"
