"""The rows of a part: for each its name, its content, its format and the file that it came from."""

from collections.abc import Iterable

import daft
from daft import DataFrame, Expression, col, lit
from daft.functions import when

from linter.parsers import FORMATS
from linter.scan import ScanError
from linter.scan.parts import ARTICLES, EXPORTS
from linter.value import Struct

NAMES = ("id", "url", "uri", "path", "slug", "link")
CONTENTS = ("text", "html", "markdown", "content", "body")
BY_SUFFIX = ""
"""The format of an article whose name tells it."""
WARC = "warc"
"""The format of an HTTP response in a web archive."""
_RESPONSE, _CONVERSION = "response", "conversion"
JSON = "json"
"""The format of a line of JSON Lines."""
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
    if kind == "warc":
        table = daft.read_warc(files, file_path_column="source")
        table = table.where(col("WARC-Type").is_in([_RESPONSE, _CONVERSION]))
        form = when(col("WARC-Type").is_in([_RESPONSE]), lit(WARC)).otherwise(lit("text"))
        return _chosen(table, col("WARC-Target-URI"), col("warc_content"), form)
    if kind == "jsonl":
        # as lines, so that one that is no JSON is one bad row and not a bad file
        table = daft.read_text(files, file_path_column="source")
        return _chosen(table, lit(""), col("text").cast(daft.DataType.binary()), lit(JSON))
    read = daft.read_parquet if kind == "parquet" else daft.read_csv
    table = read(files, file_path_column="source")
    found = columns.of(name for name in table.column_names if name != "source")
    text, binary = daft.DataType.string(), daft.DataType.binary()
    return _chosen(table, col(found.name).cast(text), col(found.content).cast(binary), lit(found.format))


def _chosen(table: DataFrame, name: Expression, content: Expression, form: Expression) -> DataFrame:
    return table.select(name.alias("id"), content.alias("content"), form.alias("format"), col("source").alias("source"))
