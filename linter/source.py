"""Bytes, text and lines: the only module that converts offsets to lines and columns.

Offsets count code points of the decoded text, without a byte-order mark; ends are exclusive.
Lines break on ``\\n``, ``\\r\\n`` and ``\\r`` only, not on the other characters that ``str.splitlines`` breaks on.
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
    """An article cannot be read as text; the message is one line, without the path."""


class Span(Struct, frozen=True, order=True):
    """A range of the source text: ``start`` and ``end`` in code points, end exclusive."""

    start: int
    end: int


class Position(Struct, frozen=True, order=True):
    """A 1-based line and a 1-based column in code points."""

    line: int
    column: int


class SourceText(Struct, frozen=True, dict=True):
    """The text of an article as it is in its file, and the path that reports show."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of the first character of each line, starting with 0."""
        return (0, *(match.end() for match in _LINE_BREAK.finditer(self.text)))

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset. Raises ``ValueError`` unless ``0 <= offset <= len(text)``."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside a text of {len(self.text)} characters")
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Return the offset of a line and column. Raises ``ValueError`` if the text has no such position."""
        if not 1 <= position.line <= len(self.line_starts) or position.column < 1:
            raise ValueError(f"no line {position.line}, column {position.column}")
        offset = self.line_starts[position.line - 1] + position.column - 1
        if offset > len(self.text):
            raise ValueError(f"no line {position.line}, column {position.column}")
        return offset

    def line_span(self, line: int) -> Span:
        """Return the span of a 1-based line, without its line break."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line_text(self, line: int) -> str:
        """Return the text of a 1-based line, without its line break."""
        span = self.line_span(line)
        return self.text[span.start : span.end]


def packed(source: SourceText) -> bytes:
    """Return a text compressed, for runs that keep a great many of them."""
    import zlib  # few runs do

    return zlib.compress(source.text.encode("utf-8", "surrogatepass"), 1)


@lru_cache(maxsize=1)  # a report reads one article many times before it goes on to the next
def unpacked(path: str, data: bytes) -> SourceText:
    """Return the text that :func:`packed` compressed."""
    import zlib

    return SourceText(path, zlib.decompress(data).decode("utf-8", "surrogatepass"))


def decode(path: str, data: bytes) -> SourceText:
    """Decode an article: UTF-8 or UTF-16 by its byte-order mark, else UTF-8, else Windows-1252.

    Invalid bytes in what is mostly UTF-8 become U+FFFD, as in browsers; :func:`refuse_damage` reports them.
    Raises :class:`SourceError` for NUL characters (binary data) and for bytes that the encoding cannot decode.
    """
    mark, encoding = _encoding_of(data)
    return SourceText(path, _checked(data[len(mark) :], encoding))


def refuse_damage(source: SourceText, data: bytes) -> None:
    """Raise :class:`SourceError` for the first byte that :func:`decode` replaced with U+FFFD."""
    if "\ufffd" not in source.text:
        return
    mark, encoding = _encoding_of(data)
    data = data[len(mark) :]
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        place = source.position(len(data[: error.start].decode(encoding)))
        where = f"byte {data[error.start]:#x} at line {place.line}, column {place.column}"
        raise SourceError(f"{where} is not UTF-8, unlike the rest of the file; fix it") from None


def encode(text: str, like: bytes) -> bytes:
    """Encode a text with the byte-order mark and encoding of the file that it replaces.

    Raises :class:`SourceError` for a character that the encoding does not have.
    """
    mark, encoding = _encoding_of(like)
    try:
        return mark + text.encode(encoding)
    except UnicodeEncodeError as error:
        char = error.object[error.start]
        raise SourceError(f"'{char}' cannot be written as {encoding}; save the file as UTF-8") from None


def _encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the byte-order mark at the start of a file (empty if none), and the file's encoding."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark, encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        valid = len(text) - len(text.encode("ascii", "ignore")) - damaged
        # text in Windows-1252 hardly ever contains a valid UTF-8 sequence by chance
        return b"", "utf-8" if valid >= damaged else "cp1252"
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
