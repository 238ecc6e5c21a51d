"""The rows of a part: for each its name, its content, its format and the file that it came from."""

from collections.abc import Iterable

import daft
from daft import DataFrame, Expression, col, lit

from linter.parsers import FORMATS
from linter.scan import ScanError
from linter.scan.parts import ARTICLES, EXPORTS
from linter.scan.pieces import lines_of, records_of
from linter.scan.source import in_pieces
from linter.value import Struct

NAMES = ("id", "url", "uri", "path", "slug", "link")
CONTENTS = ("text", "html", "markdown", "content", "body")
BY_SUFFIX = ""
"""The format of an article whose name tells it."""
_IN_PIECES = {"warc": records_of, "jsonl": lines_of}
STREAM = "stream"
"""The format of a file that is read piece by piece where it is judged: the content is its address."""


class Columns(Struct, frozen=True):
    """Which columns hold the names and the contents of articles, and the format of those whose name does not tell it.

    An empty one is found by its name: :data:`NAMES`, :data:`CONTENTS`.
    """

    name: str = ""
    content: str = ""
    format: str = ""

    def of(self, present: Iterable[str]) -> "Columns":
        """The columns of a table. Raises :class:`ScanError`."""
        known = {column.lower(): column for column in present}
        name = _column(self.name, NAMES, known, "--id")
        content = _column(self.content, CONTENTS, known, "--text")
        return Columns(name, content, self.format or (content.lower() if content.lower() in FORMATS else "text"))


def _column(said: str, usual: Iterable[str], known: dict[str, str], option: str) -> str:
    wanted = (said.lower(),) if said else usual
    found = next((known[name] for name in wanted if name in known), None)
    if found is None:
        raise ScanError(f"{option}: no column {' or '.join(wanted)}; the columns are {', '.join(known.values())}")
    return found


def rows_of(kind: str, files: list[str], columns: Columns) -> DataFrame:
    """The rows of files of a kind: ``id``, ``content`` (bytes), ``format``, ``source``. Daft's errors come through."""
    if kind == ARTICLES:
        table = daft.from_pydict({"source": files})
        return _chosen(table, col("source"), col("source").download(on_error="null"), lit(BY_SUFFIX))
    if kind == EXPORTS:
        table = daft.from_pydict({"source": files})
        return _chosen(table, col("source"), col("source").cast(daft.DataType.binary()), lit(STREAM))
    if kind in _IN_PIECES:
        return in_pieces(files, _IN_PIECES[kind])
    read = daft.read_parquet if kind == "parquet" else daft.read_csv
    table = read(files, file_path_column="source")
    found = columns.of(name for name in table.column_names if name != "source")
    text, binary = daft.DataType.string(), daft.DataType.binary()
    return _chosen(table, col(found.name).cast(text), col(found.content).cast(binary), lit(found.format))


def _chosen(table: DataFrame, name: Expression, content: Expression, form: Expression) -> DataFrame:
    return table.select(name.alias("id"), content.alias("content"), form.alias("format"), col("source").alias("source"))
