"""Building the :class:`View` of a block from source ranges."""

from unicodedata import normalize

from linter.expression import expression
from linter.typed import Pattern
from linter.view import DROPPED, Piece, View, fold

# invisible characters: soft hyphens, joiners, direction marks and variation selectors (Unicode's
# Default_Ignorable_Code_Point), annotation anchors, and control characters except whitespace
_UNSEEN = (
    "\0-\x08\x0e-\x1b\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
"""Combining accents and strokes."""
_INVISIBLE = expression(f"[{_UNSEEN}{_MARKS}]")
"""Characters that are not view characters of their own."""
_DIRECTION = expression("[\u202a-\u202e\u2066-\u2069]")
RIGHT_TO_LEFT, POP_DIRECTION = "\u202e", "\u202c"
"""The text between them is shown reversed, from right to left; any other direction mark also ends it."""
_READY = (" ", "\n", DROPPED)
# Parts of a run that are not copied character by character: whitespace that collapses, invisible characters, combining
# accents, template tags, holes, and bare URLs (without the punctuation of their sentence).
_SPACES = expression("(?P<space>  +)")
_IRREGULAR = expression(
    rf"(?P<space>  +)|(?P<accents>[{_MARKS}]+)|(?P<invisible>[{_UNSEEN}]+|\{{[:.#][^{{}}]*+\}})"
    r"|\{\{[^{}]*+\}\}|\{%[^%]*+%\}|\ufffc{2,}"
    r"|(?:https?://|www\.)[^\s<>\"\ufffc]*[^\s<>\"\ufffc.,;:!?)\]}'*_]"
)


class Canvas:
    """An article's text, folded once, and flags that say which searches its prose needs."""

    __slots__ = ("folded", "has_braces", "has_holes", "has_invisible", "has_urls", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        self.has_braces = "{" in text
        self.has_holes = DROPPED * 2 in text
        self.has_urls = "://" in text or "www." in text
        self.has_invisible = _INVISIBLE.search(text) is not None


class Prose:
    """A builder for the prose of one block. Whitespace collapses, and a dropped inline leaves :data:`DROPPED`."""

    __slots__ = (
        "_canvas",
        "_folded",
        "_last",
        "_length",
        "_parts",
        "_pending_end",
        "_pending_start",
        "_pieces",
        "_reversed_from",
    )

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._folded = canvas.folded
        self._parts: list[str] = []
        self._pieces: list[tuple[int, int, int, int]] = []
        self._length = 0
        self._last = " "
        self._pending_start = self._pending_end = -1
        self._reversed_from: tuple[int, int] | None = None
        """The view offset and source offset where text shown from right to left starts."""

    def run(self, start: int, end: int) -> None:
        """Add source characters ``[start, end)``; adjacent runs become one piece."""
        if start == self._pending_end:
            self._pending_end = end
            return
        if self._pending_start < self._pending_end:
            self._settle()
        self._pending_start, self._pending_end = start, end

    def unit(self, characters: str, start: int, end: int) -> None:
        """Add view characters, folded here, that represent source ``[start, end)`` as one unit."""
        if self._pending_start < self._pending_end:
            self._settle()
        if characters not in _READY:
            for mark in _DIRECTION.findall(characters):
                self._direction(mark, start, end)
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
        """The number of view characters so far."""
        if self._pending_start < self._pending_end:
            self._settle()
        return self._length

    def tail(self, start: int) -> str:
        """Return the view text from view offset ``start``."""
        length = self.length
        index = len(self._pieces)
        while index and self._pieces[index - 1][0] >= start:
            index -= 1
        if index and self._pieces[index - 1][1] > start:
            index -= 1
        offset = self._pieces[index][0] if index < len(self._pieces) else length
        return "".join(self._parts[index:])[start - offset :]

    def cut(self, length: int) -> None:
        """Remove everything after the first ``length`` view characters."""
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
        """Return the view without whitespace at its ends, or None if it has no letter or digit."""
        if self._pending_start < self._pending_end:
            self._settle()
        if self._reversed_from and self._pieces:
            self._direction("", self._pieces[-1][3], self._pieces[-1][3])
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
        for match in irregular.finditer(self._folded, start, end):
            kind = match.lastgroup
            if kind == "accents" and start < match.start() and self._folded[match.start() - 1].isalpha():
                letter = match.start() - 1
                self._take(start, letter)
                start = match.end()
                self._add(normalize("NFC", self._folded[letter:start])[0], letter, start)
                continue
            # one space stays in the piece before it
            self._take(start, match.start() + 1 if kind == "space" else match.start())
            start = match.end()
            if kind == "invisible":
                for mark in _DIRECTION.finditer(self._folded, match.start(), start):
                    self._direction(mark[0], *mark.span())
            if kind is None:
                self._add(DROPPED, match.start(), start)
        self._take(start, end)

    def _direction(self, mark: str, start: int, end: int) -> None:
        """Handle a direction mark at ``[start, end)``: reverse the text that it ends, as one unit."""
        if self._reversed_from is None:
            self._reversed_from = (self._length, start) if mark == RIGHT_TO_LEFT else None
        elif mark != RIGHT_TO_LEFT:
            (first, begin), self._reversed_from = self._reversed_from, None
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
