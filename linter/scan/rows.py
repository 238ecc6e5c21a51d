"""The rows of a part: the name, content, format and source file of each."""

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
"""The format of an article whose name implies its format."""
_IN_PIECES = {"warc": records_of, "jsonl": lines_of}
STREAM = "stream"
"""The format of a file that the worker streams itself: the content is its address."""


class Columns(Struct, frozen=True):
    """The columns with the names and contents of articles, and the format of those whose name does not imply it.

    Empty columns default to the first of :data:`NAMES` and :data:`CONTENTS` that exists.
    """

    name: str = ""
    content: str = ""
    format: str = ""

    def of(self, present: Iterable[str]) -> "Columns":
        """Resolve the columns in a table. Raises :class:`ScanError`."""
        known = {column.lower(): column for column in present}
        name = _column(self.name, NAMES, known, "--id")
        content = _column(self.content, CONTENTS, known, "--text")
        return Columns(name, content, self.format or (content.lower() if content.lower() in FORMATS else "text"))


def _column(given: str, defaults: Iterable[str], known: dict[str, str], option: str) -> str:
    wanted = (given.lower(),) if given else defaults
    found = next((known[name] for name in wanted if name in known), None)
    if found is None:
        raise ScanError(f"{option}: no column {' or '.join(wanted)}; the columns are {', '.join(known.values())}")
    return found


def rows_of(kind: str, files: list[str], columns: Columns) -> DataFrame:
    """The rows of files of one kind: ``id``, ``content`` (bytes), ``format``, ``source``. May raise Daft's errors."""
    if kind == ARTICLES:
        table = daft.from_pydict({"source": files})
        return _select(table, col("source"), col("source").download(on_error="null"), lit(BY_SUFFIX))
    if kind == EXPORTS:
        table = daft.from_pydict({"source": files})
        return _select(table, col("source"), col("source").cast(daft.DataType.binary()), lit(STREAM))
    if kind in _IN_PIECES:
        return in_pieces(files, _IN_PIECES[kind])
    read = daft.read_parquet if kind == "parquet" else daft.read_csv
    table = read(files, file_path_column="source")
    found = columns.of(name for name in table.column_names if name != "source")
    text, binary = daft.DataType.string(), daft.DataType.binary()
    return _select(table, col(found.name).cast(text), col(found.content).cast(binary), lit(found.format))


def _select(table: DataFrame, name: Expression, content: Expression, form: Expression) -> DataFrame:
    return table.select(name.alias("id"), content.alias("content"), form.alias("format"), col("source").alias("source"))
