"""Web archives and lines of JSON, piece by piece: what is damaged costs its row and is told, the others are read.

Daft's own readers give up a whole file for one bad byte, and the process for one length that is wrong.
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
"""The format of what cannot be read: the content says why."""
LONGEST = MAX_ARTICLE + 1_000_000
"""How many bytes are kept of a row; what has more is too large for an article with all that stands around it."""
_HELD = {b"response": WARC, b"conversion": "text"}
"""The records that hold articles, and the format of what they hold."""
_LINE = 65_536
_FIELDS = 1_000
_MARK = b"WARC/"
_GZIP = b"\x1f\x8b"


class Piece(NamedTuple):
    """A row of a file: its name, its content and the format of that."""

    name: str
    content: bytes
    format: str


def lines_of(stream: BinaryIO, address: str) -> Iterator[Piece]:
    """The lines of a file that say something, each under the name of its place, until it tells its own."""
    number = 0
    while line := stream.readline(LONGEST):
        number += 1
        name = f"{address}:{number}"
        if len(line) == LONGEST:
            yield _damaged(name, f"the line is longer than {LONGEST:,} bytes")
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST)
        elif line.strip():
            yield Piece(name, line, JSON)


def records_of(stream: "io.BufferedReader[Any]", address: str) -> Iterator[Piece]:
    """The records of a web archive, packed or not, that hold articles."""
    packed = stream.peek(len(_GZIP)).startswith(_GZIP)
    unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if packed else stream
    try:
        yield from _records(_Archive(unpacked), address)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield _damaged(address, f"the archive breaks off: {error}")


def _records(archive: "_Archive", address: str) -> Iterator[Piece]:
    found, stray = archive.seek()
    while found or stray:
        if stray:
            yield _damaged(address, "what belongs to no record was passed over")
        if not found:
            return
        said = archive.fields()
        name = said.get(b"warc-target-uri", b"").decode("utf-8", "replace").strip("<>") or address
        digits = said.get(b"content-length", b"")[:19]  # more than any file has
        if not digits.isdigit():
            yield _damaged(name, "the record does not say how long it is")
            found, stray = archive.seek()[0], False
            continue
        content, whole = archive.content(int(digits))
        form = _HELD.get(said.get(b"warc-type", b""))
        if not whole:
            yield _damaged(name, f"the record is shorter than the {int(digits):,} bytes that it speaks of")
        elif form:
            yield Piece(name, content, form)
        found, stray = archive.seek()


class _Archive:
    """A web archive as it is read on."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._next = b""

    def seek(self) -> tuple[bool, bool]:
        """Go behind the line that begins the next record: whether there is one, and whether something stood before."""
        stray = False
        while line := self._line():
            if line.startswith(_MARK):
                return True, stray
            stray = stray or bool(line.strip())
        return False, stray

    def fields(self) -> dict[bytes, bytes]:
        """What the record says of itself, by names in lower case."""
        said: dict[bytes, bytes] = {}
        for _ in range(_FIELDS):
            name, colon, value = self._line().partition(b":")
            if not colon:
                break
            said[name.strip().lower()] = value.strip()
        return said

    def content(self, length: int) -> tuple[bytes, bool]:
        """What the record holds, up to :data:`LONGEST` bytes, and whether all of it is there."""
        if length <= LONGEST:
            content = self._stream.read(length)
            return content, len(content) == length
        # it may well be wrong: what looks like the next record is one
        kept = bytearray()
        left, blank = length, False
        while left and (line := self._stream.readline(min(left, _LINE))):
            if blank and line.startswith(_MARK):
                self._next = line
                break
            left -= len(line)
            blank = not line.strip()
            kept += line[: LONGEST - len(kept)]
        return bytes(kept), not left

    def _line(self) -> bytes:
        line, self._next = self._next or self._stream.readline(_LINE), b""
        return line


def _damaged(name: str, why: str) -> Piece:
    return Piece(name, why.encode(), DAMAGED)
