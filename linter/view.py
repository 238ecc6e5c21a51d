"""Prose as checks read it, mapped to the source.

The text of a :class:`View` is the source's characters after one-to-one folding: quotes become straight, hyphens and
minus signs ``-``, spaces and line breaks a space, styled and look-alike letters plain Latin; case is kept.
:data:`DROPPED` replaces an inline that is not prose (code, an image, a JSX expression), so that no phrase matches
across it. An entity, an escape or a letter with combining accents is one view character for several source characters.
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
"""Letters of other alphabets and the Latin letters that they look like."""

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
_STYLED = expression(  # a negated class: its first range covers nearly all of a text, so the search is fast
    r"[^\0-\u0261\u02a0-\u02af\u02b9-\u02e0\u02e4-\u1cff\u1d23-\u1d2b\u1d6b-\u1d9a\u1dc0-\u2070\u2072-\u207e"
    r"\u2080-\u208f\u209d-\u2101\u2122\u2135-\u24b5\u24ea-\u2c7b\u2c7e-\ua72f\ua732-\uff0f\uff5b-\uffff"
    r"\U0001d800-\U0001f12f\U0001f18a-\U0010ffff]"
)
_RAISED = r"[\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d6a\u1d9b-\u1dbf\u2071\u207f\u2090-\u209c\u2c7c\u2c7d]"
_RAISED_WORDS = expression(rf"(?<![^\W\d_]){_RAISED}{{2,}}|{_RAISED}{{3,}}|{_RAISED}+(?=[a-z])")
"""Superscript and subscript letters that form a word or part of one. One or two of them at the end of a word are a note
mark or a trademark instead."""
_SMALL_CAPITALS = ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_WHITE_ON_BLACK = (0x1F150, 0x1F170)
"""The code points where the capitals in black circles and in black squares start."""


def fold(text: str) -> str:
    """Return a text with its characters folded as in a view; offsets do not change."""
    if not text.isascii() and _STYLED.search(text):
        text = _RAISED_WORDS.sub(lambda match: "".join([_lowered().get(char, char) for char in match[0]]), text)
        text = _STYLED.sub(lambda match: _unstyled().get(match[0], match[0]), text)
    # on non-ASCII text, str.translate is a hundred times slower than this
    for character, folded in FOLDS.items():
        if character in text:
            text = text.replace(character, folded)
    return text


@cache
def _unstyled() -> dict[str, str]:
    """Map bold, full-width, small-capital and circled letters and digits, the "bold" of sites without markup, to plain
    ones. Circled and raised numbers are marks and are left out."""
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
        char, letter = chr(code), normalize("NFKC", chr(code))
        styled = decomposition(char).startswith(("<font>", "<wide>", "<circle>", "<square>"))
        if styled and letter.isascii() and letter.isalnum() and len(letter) == 1:
            plain[char] = letter
    return plain


@cache
def _lowered() -> dict[str, str]:
    """Map superscript and subscript letters to plain ones."""
    from unicodedata import decomposition, normalize

    chars = [chr(code) for code in range(0x2B0, 0x2C7E) if decomposition(chr(code)).startswith(("<super>", "<sub>"))]
    letters = {char: _unstyled().get(letter, letter) for char in chars for letter in (normalize("NFKC", char),)}
    return {
        char: letter for char, letter in letters.items() if len(letter) == 1 and letter.isascii() and letter.isalpha()
    }


class Piece(Struct, frozen=True):
    """A mapping from view characters ``[start, end)`` to source characters ``[source_start, source_end)``.

    If both lengths are equal, characters map one to one; otherwise the piece is one unit, such as an entity.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def linear(self) -> bool:
        """Whether characters map one to one."""
        return self.end - self.start == self.source_end - self.source_start


class View(Struct, frozen=True):
    """Prose mapped to the source. Pieces are ordered, non-empty and cover the text without gaps."""

    text: str
    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the source span of the view characters ``[start, end)``.

        Raises ``ValueError`` unless ``0 <= start < end <= len(text)``.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no range {start}:{end} in a view of {len(self.text)} characters")
        first = self._piece_at(start)
        last = self._piece_at(end - 1)
        source_start = first.source_start + start - first.start if first.linear else first.source_start
        source_end = last.source_start + end - last.start if last.linear else last.source_end
        return Span(source_start, source_end)

    def _piece_at(self, offset: int) -> Piece:
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        return self.pieces[index]
