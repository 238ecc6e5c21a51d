"""Bytes, text and lines: the only place where an offset becomes a line and a column.

Offsets count code points of the decoded text (a byte-order mark is not counted), ends are exclusive.
Lines break on ``\\n``, ``\\r\\n`` and ``\\r`` only, never where ``str.splitlines`` would add others.
"""

import codecs
from bisect import bisect_right
from functools import cached_property, lru_cache

from linter.expression import expression
from linter.value import Struct

_LINE_BREAK = expression(r"\r\n|\r|\n")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class SourceError(Exception):
    """An article that cannot be read as text; the message is one clear line without the path."""


class Span(Struct, frozen=True, order=True):
    """A stretch of the original text: ``start`` and ``end`` in code points, end exclusive."""

    start: int
    end: int


class Position(Struct, frozen=True, order=True):
    """A place as people count it: 1-based line, 1-based column in code points."""

    line: int
    column: int


class SourceText(Struct, frozen=True, dict=True):
    """One article's text as it stands in its file, with the path that reports name."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of every line; the first is 0."""
        return (0, *(found.end() for found in _LINE_BREAK.finditer(self.text)))

    def position(self, offset: int) -> Position:
        """Line and column of an offset between 0 and ``len(text)``. Raises ``ValueError`` for another."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside a text of {len(self.text)} characters")
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a line and column; the inverse of :meth:`position`. Raises ``ValueError`` for none."""
        if not 1 <= position.line <= len(self.line_starts) or position.column < 1:
            raise ValueError(f"no line {position.line}, column {position.column}")
        offset = self.line_starts[position.line - 1] + position.column - 1
        if offset > len(self.text):
            raise ValueError(f"no line {position.line}, column {position.column}")
        return offset

    def line_span(self, line: int) -> Span:
        """Where a 1-based line lies, without its line break."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line_text(self, line: int) -> str:
        """The text of a 1-based line without its line break."""
        span = self.line_span(line)
        return self.text[span.start : span.end]


def packed(source: SourceText) -> bytes:
    """A text as a run keeps it that has very many of them."""
    import zlib  # few runs do

    return zlib.compress(source.text.encode("utf-8", "surrogatepass"), 1)


@lru_cache(maxsize=1)  # a report asks for one article many times, then for the next
def unpacked(path: str, kept: bytes) -> SourceText:
    """The text that :func:`packed` packed."""
    import zlib

    return SourceText(path, zlib.decompress(kept).decode("utf-8", "surrogatepass"))


def decode(path: str, data: bytes) -> SourceText:
    """Decode an article: UTF-8 or UTF-16 by its byte-order mark, else UTF-8, else Windows-1252.

    What is UTF-8 but for some bytes is read as browsers read it, with U+FFFD for these; :func:`refuse_damage` tells of
    them. Raises :class:`SourceError` for NUL characters (binary data) and for bytes that no encoding explains.
    """
    mark, encoding = _encoding_of(data)
    return SourceText(path, _checked(data[len(mark) :], encoding))


def refuse_damage(source: SourceText, data: bytes) -> None:
    """Raises :class:`SourceError` for the first byte that :func:`decode` has read as U+FFFD."""
    if "\ufffd" not in source.text:
        return
    mark, encoding = _encoding_of(data)
    data = data[len(mark) :]
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        place = source.position(len(data[: error.start].decode(encoding)))
        where = f"byte {data[error.start]:#x} at line {place.line}, column {place.column}"
        raise SourceError(f"{where} is not UTF-8, as the rest of the file is; mend it") from None


def encode(text: str, like: bytes) -> bytes:
    """The bytes of a text, with the byte-order mark and the encoding of the file that it replaces.

    Raises :class:`SourceError` for characters that the encoding does not have.
    """
    mark, encoding = _encoding_of(like)
    try:
        return mark + text.encode(encoding)
    except UnicodeEncodeError as error:
        char = error.object[error.start]
        raise SourceError(f"'{char}' cannot be written as {encoding}; save the file as UTF-8") from None


def _encoding_of(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark that a file begins with, and its encoding."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark, encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        whole = len(text) - len(text.encode("ascii", "ignore")) - damaged
        # signs of Windows-1252 hardly ever make one of UTF-8 by chance
        return b"", "utf-8" if whole >= damaged else "cp1252"
    return b"", "utf-8"


def _checked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding, "replace" if encoding == "utf-8" else "strict")
    except UnicodeDecodeError as error:
        raise SourceError(f"byte {error.start} cannot be read as {encoding}; save the file as UTF-8") from None
    nul = text.find("\0")
    if nul >= 0:
        raise SourceError(f"character {nul} is NUL, so this is not a text file; save the article as UTF-8 text")
    return text
