"""Read web archives and JSON Lines piece by piece: a damaged row is reported, the others are read.

Daft's own readers reject a whole file for one bad byte, and crash the process for one wrong length.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

from linter.run.articles import MAX_ARTICLE
from linter.typed import Any

WARC = "warc"
"""The format of an HTTP response in a web archive."""
JSON = "json"
"""The format of a line of JSON Lines."""
DAMAGED = "damaged"
"""The format of an unreadable row: the content is the reason."""
MAX_BYTES = MAX_ARTICLE + 1_000_000
"""Maximum bytes of a row: the largest article, with room for the data around it."""
_FORMATS = {b"response": WARC, b"conversion": "text"}
"""The types of records that contain articles, with the format of their content."""
_LINE = 65_536
_FIELDS = 1_000
_MARK = b"WARC/"
_GZIP = b"\x1f\x8b"


class Piece(NamedTuple):
    """A row of a file: its name, its content and the format of the content."""

    name: str
    content: bytes
    format: str


def lines_of(stream: BinaryIO, address: str) -> Iterator[Piece]:
    """Yield the nonblank lines of a file, each named by its place until its own name is read."""
    number = 0
    while line := stream.readline(MAX_BYTES):
        number += 1
        name = f"{address}:{number}"
        if len(line) == MAX_BYTES:
            yield _damaged(name, f"the line is longer than {MAX_BYTES:,} bytes")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
        elif line.strip():
            yield Piece(name, line, JSON)


def records_of(stream: "io.BufferedReader[Any]", address: str) -> Iterator[Piece]:
    """Yield the records of a web archive that contain articles; it may be compressed."""
    packed = stream.peek(len(_GZIP)).startswith(_GZIP)
    unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if packed else stream
    try:
        yield from _records(_Archive(unpacked), address)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield _damaged(address, f"the archive is truncated: {error}")


def _records(archive: "_Archive", address: str) -> Iterator[Piece]:
    found, stray = archive.seek()
    while found or stray:
        if stray:
            yield _damaged(address, "bytes that belong to no record were skipped")
        if not found:
            return
        fields = archive.fields()
        name = fields.get(b"warc-target-uri", b"").decode("utf-8", "replace").strip("<>") or address
        digits = fields.get(b"content-length", b"")[:19]  # more than any file has
        if not digits.isdigit():
            yield _damaged(name, "the record does not state its length")
            found, stray = archive.seek()[0], False
            continue
        content, complete = archive.content(int(digits))
        form = _FORMATS.get(fields.get(b"warc-type", b""))
        if not complete:
            yield _damaged(name, f"the record is shorter than the {int(digits):,} bytes that it states")
        elif form:
            yield Piece(name, content, form)
        found, stray = archive.seek()


class _Archive:
    """The reading position in a web archive."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._next = b""

    def seek(self) -> tuple[bool, bool]:
        """Skip past the first line of the next record. Return whether there is one, and whether data was skipped."""
        stray = False
        while line := self._line():
            if line.startswith(_MARK):
                return True, stray
            stray = stray or bool(line.strip())
        return False, stray

    def fields(self) -> dict[bytes, bytes]:
        """Read the header fields of the record, by lowercase name."""
        fields: dict[bytes, bytes] = {}
        for _ in range(_FIELDS):
            name, colon, value = self._line().partition(b":")
            if not colon:
                break
            fields[name.strip().lower()] = value.strip()
        return fields

    def content(self, length: int) -> tuple[bytes, bool]:
        """Read the content of the record, up to :data:`MAX_BYTES` bytes; return it and whether it is complete."""
        if length <= MAX_BYTES:
            content = self._stream.read(length)
            return content, len(content) == length
        # the length may be wrong, so stop at what looks like the next record
        kept = bytearray()
        left, blank = length, False
        while left and (line := self._stream.readline(min(left, _LINE))):
            if blank and line.startswith(_MARK):
                self._next = line
                break
            left -= len(line)
            blank = not line.strip()
            kept += line[: MAX_BYTES - len(kept)]
        return bytes(kept), not left

    def _line(self) -> bytes:
        line, self._next = self._next or self._stream.readline(_LINE), b""
        return line


def _damaged(name: str, why: str) -> Piece:
    return Piece(name, why.encode(), DAMAGED)
