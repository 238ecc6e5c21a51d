"""Builds the :class:`View` of one block out of source stretches, and keeps the way back to the source."""

from unicodedata import normalize

from linter.expression import expression
from linter.typed import Pattern
from linter.view import DROPPED, Piece, View, fold

# what no reader sees: soft hyphens, what joins or parts letters, turns the direction or chooses a shape (Unicode's
# Default_Ignorable_Code_Point), anchors of annotations, control signs that are no white space
_UNSEEN = (
    "\0-\x08\x0e-\x1b\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
"""Accents and strokes that are set over the letter before them."""
_INVISIBLE = expression(f"[{_UNSEEN}{_MARKS}]")
"""What is no view character of its own."""
_TURNING = expression("[\u202a-\u202e\u2066-\u2069]")
TURNED, UNTURNED = "\u202e", "\u202c"
"""What stands behind it is shown from right to left, whatever its letters, until the next sign that turns."""
_READY = (" ", "\n", DROPPED)
# Stretches of a run that are not taken over character by character: white space that collapses, characters that no
# reader sees, accents apart from their letters, template tags, holes, and bare URLs (without the punctuation that ends
# their sentence).
_SPACES = expression("(?P<space>  +)")
_IRREGULAR = expression(
    rf"(?P<space>  +)|(?P<accents>[{_MARKS}]+)|(?P<invisible>[{_UNSEEN}]+|\{{[:.#][^{{}}]*+\}})"
    r"|\{\{[^{}]*+\}\}|\{%[^%]*+%\}|\ufffc{2,}"
    r"|(?:https?://|www\.)[^\s<>\"\ufffc]*[^\s<>\"\ufffc.,;:!?)\]}'*_]"
)


class Canvas:
    """An article's text, folded once, with what its prose need not be searched for."""

    __slots__ = ("folded", "has_braces", "has_holes", "has_invisible", "has_urls", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        self.has_braces = "{" in text
        self.has_holes = DROPPED * 2 in text
        self.has_urls = "://" in text or "www." in text
        self.has_invisible = _INVISIBLE.search(text) is not None


class Prose:
    """The growing prose of one block: white space collapses, a dropped inline leaves :data:`DROPPED`."""

    __slots__ = (
        "_canvas",
        "_folded",
        "_last",
        "_length",
        "_parts",
        "_pending_end",
        "_pending_start",
        "_pieces",
        "_turned",
    )

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._folded = canvas.folded
        self._parts: list[str] = []
        self._pieces: list[tuple[int, int, int, int]] = []
        self._length = 0
        self._last = " "
        self._pending_start = self._pending_end = -1
        self._turned: tuple[int, int] | None = None
        """Where a stretch that is shown from right to left begins: its view offset and its source offset."""

    def run(self, start: int, end: int) -> None:
        """Take over source characters ``[start, end)``; runs that touch become one piece."""
        if start == self._pending_end:
            self._pending_end = end
            return
        if self._pending_start < self._pending_end:
            self._settle()
        self._pending_start, self._pending_end = start, end

    def unit(self, characters: str, start: int, end: int) -> None:
        """Add view characters (folded here) that stand for source ``[start, end)`` as a whole."""
        if self._pending_start < self._pending_end:
            self._settle()
        if characters not in _READY:
            for sign in _TURNING.findall(characters):
                self._turn(sign, start, end)
            characters = _INVISIBLE.sub("", fold(characters))
        if not characters or start >= end:
            return
        if characters.isspace():
            if characters == "\n" and self._length and self._last == " ":
                self._drop_last()
            if self._last in " \n":
                return
        self._add(characters, start, end)

    @property
    def length(self) -> int:
        """Number of view characters so far."""
        if self._pending_start < self._pending_end:
            self._settle()
        return self._length

    def tail(self, start: int) -> str:
        """The view text from view offset ``start``."""
        length = self.length
        index = len(self._pieces)
        while index and self._pieces[index - 1][0] >= start:
            index -= 1
        if index and self._pieces[index - 1][1] > start:
            index -= 1
        offset = self._pieces[index][0] if index < len(self._pieces) else length
        return "".join(self._parts[index:])[start - offset :]

    def cut(self, length: int) -> None:
        """Forget everything after the first ``length`` view characters."""
        while self.length > length:
            start, end, source_start, source_end = self._pieces.pop()
            part = self._parts.pop()
            self._length = start
            if start < length:
                if end - start == source_end - source_start:
                    source_end = source_start + length - start
                self._pieces.append((start, length, source_start, source_end))
                self._parts.append(part[: length - start])
                self._length = length
        self._last = self._parts[-1][-1] if self._parts else " "

    def finish(self) -> View | None:
        """The view without white space at its ends, or None when nothing in it can be read."""
        if self._pending_start < self._pending_end:
            self._settle()
        if self._turned and self._pieces:
            self._turn("", self._pieces[-1][3], self._pieces[-1][3])
        while self._parts and self._last in " \n":
            self._drop_last()
        text = "".join(self._parts)
        if not any(map(str.isalnum, text)):
            return None
        return View(text, tuple([Piece(*piece) for piece in self._pieces]))

    def _settle(self) -> None:
        start, end = self._pending_start, self._pending_end
        self._pending_start = self._pending_end = -1
        segment = self._folded[start:end]
        canvas = self._canvas
        if (
            (canvas.has_braces and "{" in segment)
            or (canvas.has_holes and DROPPED in segment)
            or (canvas.has_urls and ("://" in segment or "www." in segment))
            or (canvas.has_invisible and _INVISIBLE.search(segment))
        ):
            self._settle_irregular(_IRREGULAR, start, end)
        elif "  " in segment:
            self._settle_irregular(_SPACES, start, end)
        elif self._last in " \n" and segment[:1] == " ":
            self._take(start, end)
        else:
            self._add(segment, start, end)

    def _settle_irregular(self, irregular: "Pattern[str]", start: int, end: int) -> None:
        for found in irregular.finditer(self._folded, start, end):
            kind = found.lastgroup
            if kind == "accents" and start < found.start() and self._folded[found.start() - 1].isalpha():
                letter = found.start() - 1
                self._take(start, letter)
                start = found.end()
                self._add(normalize("NFC", self._folded[letter:start])[0], letter, start)
                continue
            # One space of white space stays in the piece before it.
            self._take(start, found.start() + 1 if kind == "space" else found.start())
            start = found.end()
            if kind == "invisible":
                for sign in _TURNING.finditer(self._folded, found.start(), start):
                    self._turn(sign[0], *sign.span())
            if kind is None:
                self._add(DROPPED, found.start(), start)
        self._take(start, end)

    def _turn(self, sign: str, start: int, end: int) -> None:
        """Turn what is shown from right to left, up to a sign that stands at ``[start, end)``; it is one unit."""
        if self._turned is None:
            self._turned = (self._length, start) if sign == TURNED else None
        elif sign != TURNED:
            (first, begin), self._turned = self._turned, None
            text = self.tail(first)[::-1]
            self.cut(first)
            if self._last in " \n":
                text = text.lstrip(" \n")
            if text:
                self._add(text, begin, end)

    def _take(self, start: int, end: int) -> None:
        if start < end and self._last in " \n":
            segment = self._folded[start:end]
            start += len(segment) - len(segment.lstrip(" "))
        if start < end:
            self._add(self._folded[start:end], start, end)

    def _add(self, characters: str, start: int, end: int) -> None:
        length = self._length
        self._length = length + len(characters)
        self._pieces.append((length, self._length, start, end))
        self._parts.append(characters)
        self._last = characters[-1]

    def _drop_last(self) -> None:
        self.cut(self._length - 1)
