"""Prose as checks read it, with the way back to the source.

A :class:`View` is a run of prose with the way back to the source. Its text is the source's own characters after a
one-to-one folding (curly quotes to straight, dashes to ``-``, no-break spaces to a space, letters of other alphabets
that look like Latin ones to those; case is kept), with :data:`DROPPED` in the place of an inline that is not prose
(code, an image, a JSX expression), so that no phrase joins across it. An entity or an escape is one view character over
several source characters, and so is a letter with its accents apart.
"""

from bisect import bisect_right

from linter.source import Span
from linter.value import Struct

DROPPED = "\ufffc"
_SEEMING = (
    ("асеорхуіѕјһԁԛԝӏАВСЕНІЈКМОРЅТХУԚԜ", "aceopxyisjhdqwlABCEHIJKMOPSTXYQW"),  # Cyrillic
    ("ονυϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ovucjABEZHIKMNOPTYXCJ"),  # Greek
    ("օոսհɡɑı", "onuhgai"),  # Armenian, other Latin
)
"""Letters of other alphabets, and the Latin ones that they look like."""

FOLDS = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u2032": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u201f": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2212": "-",
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\t": " ",
    "\n": " ",
    "\r": " ",
    **{other: latin for others, latins in _SEEMING for other, latin in zip(others, latins, strict=True)},
}


def fold(text: str) -> str:
    """A text with the characters that a view has for its own; offsets stay the same."""
    # str.translate is a hundred times slower than this on text that is not ASCII
    for character, folded in FOLDS.items():
        if character in text:
            text = text.replace(character, folded)
    return text


class Piece(Struct, frozen=True):
    """View characters ``[start, end)`` come from source characters ``[source_start, source_end)``.

    Where both lengths are equal the mapping is character by character; else the piece is one unit (an entity).
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def linear(self) -> bool:
        """Whether each view character has its own source character."""
        return self.end - self.start == self.source_end - self.source_start


class View(Struct, frozen=True):
    """Prose and the way back to the source. Pieces are ordered, non-empty and cover the text without gaps."""

    text: str
    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> Span:
        """The source span of view characters ``[start, end)``.

        Raises ``ValueError`` unless ``0 <= start < end <= len(text)``.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no stretch {start}:{end} in a view of {len(self.text)} characters")
        first = self._piece_at(start)
        last = self._piece_at(end - 1)
        source_start = first.source_start + start - first.start if first.linear else first.source_start
        source_end = last.source_start + end - last.start if last.linear else last.source_end
        return Span(source_start, source_end)

    def _piece_at(self, offset: int) -> Piece:
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        return self.pieces[index]
