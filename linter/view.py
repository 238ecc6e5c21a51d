"""Prose as checks read it, with the way back to the source.

A :class:`View` is a run of prose with the way back to the source. Its text is the source's own characters after a
one-to-one folding (curly quotes to straight, dashes to ``-``, no-break spaces to a space, letters of other alphabets
that look like Latin ones to those; case is kept), with :data:`DROPPED` in the place of an inline that is not prose
(code, an image, a JSX expression), so that no phrase joins across it. An entity or an escape is one view character over
several source characters, and so is a letter with its accents apart.
"""

from bisect import bisect_right
from functools import cache

from linter.expression import expression
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
_STYLED = expression(  # all that is none of them, since the first range holds nearly all of a text
    r"[^\0-\u0261\u02a0-\u02af\u02b9-\u02e0\u02e4-\u1cff\u1d23-\u1d2b\u1d6b-\u1d9a\u1dc0-\u2070\u2072-\u207e"
    r"\u2080-\u208f\u209d-\u2101\u2122\u2135-\u24b5\u24ea-\u2c7b\u2c7e-\ua72f\ua732-\uff0f\uff5b-\uffff"
    r"\U0001d800-\U0001f12f\U0001f18a-\U0010ffff]"
)
_RAISED = r"[\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d6a\u1d9b-\u1dbf\u2071\u207f\u2090-\u209c\u2c7c\u2c7d]"
_RAISED_WORDS = expression(rf"(?<![^\W\d_]){_RAISED}{{2,}}|{_RAISED}{{3,}}|{_RAISED}+(?=[a-z])")
"""Letters above or below the line that make up a word, or stand within one; of those behind a word, one or two are a
mark (a note's, a trademark's)."""
_SMALL_CAPITALS = ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_WHITE_ON_BLACK = (0x1F150, 0x1F170)
"""Where the capitals begin that stand in black circles and squares."""


def fold(text: str) -> str:
    """A text with the characters that a view has for its own; offsets stay the same."""
    if not text.isascii() and _STYLED.search(text):
        text = _RAISED_WORDS.sub(lambda found: "".join([_lowered().get(sign, sign) for sign in found[0]]), text)
        text = _STYLED.sub(lambda found: _unstyled().get(found[0], found[0]), text)
    # str.translate is a hundred times slower than this on text that is not ASCII
    for character, folded in FOLDS.items():
        if character in text:
            text = text.replace(character, folded)
    return text


@cache
def _unstyled() -> dict[str, str]:
    """Letters and digits that are set bold, wide, as small capitals or in circles by their code points: what "bold"
    text is where a site knows no markup. A number in a circle, or raised, is a mark and none of them."""
    from unicodedata import decomposition, normalize

    plain = dict(zip(*_SMALL_CAPITALS, strict=True))
    for first in _WHITE_ON_BLACK:
        plain.update((chr(first + number), chr(ord("A") + number)) for number in range(26))
    for code in (
        *range(0x2102, 0x2135),
        *range(0x24B6, 0x24EA),
        *range(0xFF10, 0xFF5B),
        *range(0x1D400, 0x1D800),
        *range(0x1F130, 0x1F14A),
    ):
        sign, letter = chr(code), normalize("NFKC", chr(code))
        styled = decomposition(sign).startswith(("<font>", "<wide>", "<circle>", "<square>"))
        if styled and letter.isascii() and letter.isalnum() and len(letter) == 1:
            plain[sign] = letter
    return plain


@cache
def _lowered() -> dict[str, str]:
    """Letters that are set above or below the line by their code points."""
    from unicodedata import decomposition, normalize

    signs = [chr(code) for code in range(0x2B0, 0x2C7E) if decomposition(chr(code)).startswith(("<super>", "<sub>"))]
    letters = {sign: _unstyled().get(letter, letter) for sign in signs for letter in (normalize("NFKC", sign),)}
    return {
        sign: letter for sign, letter in letters.items() if len(letter) == 1 and letter.isascii() and letter.isalpha()
    }


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
