"""Closing open elements like a browser."""

from linter.parsers.elements import BLOCKS, DEFAULT_REACH, REACH, SUPERSEDES
from linter.parsers.flow import Flow
from linter.parsers.html_tokens import Tag
from linter.parsers.prose import POP_DIRECTION
from linter.source import Span


class Nesting(Flow):
    """A flow whose elements are closed by end tags, and by elements that they cannot contain."""

    def end_tag(self, tag: Tag) -> None:
        """Close an element and the elements open inside it."""
        name = tag.name
        if not self._elements.has(name):
            if name == "br":
                self.unit("\n", tag.start, tag.end)
            elif name in BLOCKS:
                self.flush()
        elif self._elements.innermost.name == name:
            if self._elements.innermost.block:
                self.flush()
            self._close(len(self._elements) - 1, tag.end)
        elif name in BLOCKS or "-" in name:
            self.flush()
            self._close_nearest(name, REACH.get(name, DEFAULT_REACH), tag.end)
        elif name == "svg":
            self._close_nearest(name, frozenset(), tag.end)
        else:
            self._end_inline_element(name, tag.end)
        if name == "span":
            self._seam = Span(tag.start, tag.end)
        elif name == "bdo":
            self.unit(POP_DIRECTION, tag.start, tag.end)

    def _before_block(self, name: str, start: int) -> None:
        """Before a new block, end the current block and the elements that cannot contain the new one."""
        self.flush()
        if self._elements.has("p"):
            self._close_nearest("p", DEFAULT_REACH | {"button"}, start)
        for other in SUPERSEDES.get(name, ()):
            if self._elements.has(other):
                self._close_nearest(other, REACH.get(name, DEFAULT_REACH), start)

    def _close_nearest(self, name: str, reach: frozenset[str], end: int) -> None:
        """Close the nearest open element of this name, unless it is outside of one in ``reach``."""
        index = self._elements.reached(name, reach)
        if index is not None:
            self._close(index, end)

    def _end_inline_element(self, name: str, end: int) -> None:
        found = self._elements.reached_in_block(name)
        if found is None:
            return
        index, block = found
        if block:
            self.flush()
            self._close(index, end)
        else:
            self._end_inline_of(self._elements.take(index), end)
