"""Convert between offsets and the client's positions.

In medlint a column counts code points. A client counts units of UTF-16 or of another encoding negotiated with the
server. For both, lines end only at ``\\n``, ``\\r\\n`` and ``\\r``.
"""

from lsprotocol import types

from linter.source import Position, SourceText, Span
from linter.value import Struct

_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""The Python codec of each encoding, and the bytes in one unit."""


class ClientPositions(Struct, frozen=True):
    """Converts positions of an article. ``marked``: the client's text begins with a byte order mark, which ours
    lacks."""

    source: SourceText
    encoding: str = "utf-16"
    marked: bool = False

    def position(self, offset: int) -> types.Position:
        """Return the client's position for an offset between 0 and ``len(text)``."""
        place = self.source.position(offset)
        before = self.source.text[offset - place.column + 1 : offset]
        return types.Position(place.line - 1, self._units(before) + self._mark(place.line))

    def range(self, span: Span) -> types.Range:
        """Return the client's range for a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a client's position: the start of the character that it is inside, or the end of the
        line or text that it is beyond."""
        line = position.line + 1
        if line > len(self.source.line_starts):
            return len(self.source.text)
        codec, width = _CODECS[self.encoding]
        units = max(0, position.character - self._mark(line))
        before = self.source.line_text(line).encode(codec)[: units * width].decode(codec, "ignore")
        return self.source.offset(Position(line, len(before) + 1))

    def span(self, range: types.Range) -> Span:  # noqa: A002 (the protocol's word)
        """Return the span of a client's range."""
        return Span(self.offset(range.start), self.offset(range.end))

    def _units(self, text: str) -> int:
        codec, width = _CODECS[self.encoding]
        return len(text.encode(codec)) // width

    def _mark(self, line: int) -> int:
        return self._units("\ufeff") if self.marked and line == 1 else 0
