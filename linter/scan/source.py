"""A Daft source for the pieces of files: one task for each file, a few rows at a time."""

import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from urllib.request import urlopen

from daft import DataFrame, DataType, Schema
from daft.io._generator import read_generator
from daft.recordbatch import RecordBatch
from pyarrow.fs import FileSystem

from linter.scan.pieces import Piece
from linter.typed import Any

Reader = Callable[["io.BufferedReader[Any]", str], Iterator[Piece]]
"""Reads the pieces of an open file, given its address."""
_TEXT = DataType.string()
_SCHEMA = Schema.from_pydict({"id": _TEXT, "content": DataType.binary(), "format": _TEXT, "source": _TEXT})
_ROWS, _BYTES = 64, 4_000_000
"""Approximate size of a batch."""
_WEB = ("http://", "https://")
_TIMEOUT = 60.0
"""Seconds to wait for a server."""


def in_pieces(files: Sequence[str], reader: Reader) -> DataFrame:
    """The pieces of files as rows with ``id``, ``content`` (bytes), ``format`` and ``source``."""
    return read_generator(iter([partial(_batches, file, reader) for file in files]), _SCHEMA)


def _batches(address: str, reader: Reader) -> Iterator[RecordBatch]:
    rows: list[Piece] = []
    size = 0
    with _opened(address) as file, io.BufferedReader(file, _BYTES) as stream:
        for piece in reader(stream, address):
            rows.append(piece)
            size += len(piece.content)
            if len(rows) == _ROWS or size > _BYTES:
                yield _batch(address, rows)
                rows, size = [], 0
    if rows:
        yield _batch(address, rows)


def _batch(address: str, rows: Sequence[Piece]) -> RecordBatch:
    names, contents, formats = map(list, zip(*rows, strict=True))
    return RecordBatch.from_pydict(
        {"id": names, "content": contents, "format": formats, "source": [address] * len(rows)}
    )


def _opened(address: str) -> Any:
    """Open a file as a byte stream. Daft's own streams deadlock inside a Daft task."""
    if "://" not in address:
        return open(address, "rb")
    if address.startswith(_WEB):
        return urlopen(address, timeout=_TIMEOUT)  # noqa: S310 - only _WEB, never file://
    system, path = FileSystem.from_uri(address)
    return system.open_input_stream(path, compression=None)
