"""The stack of open elements, and lookup of end tags."""

from linter.expression import expression
from linter.parsers.context import Context
from linter.parsers.elements import UNREAD_WORDS
from linter.parsers.inlines import OpenInline
from linter.value import Struct


class Element(Struct, frozen=True):
    """An open element: its name (empty for a block that no tag can close) and the context of its text."""

    name: str
    context: Context
    block: bool
    inline: OpenInline | None = None


class OpenElements:
    """The stack of open elements. The first is the article itself, the last is ``innermost``."""

    def __init__(self) -> None:
        self.innermost = Element("", Context(), True)
        self._stack = [self.innermost]
        self._named: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._stack)

    def has(self, name: str) -> bool:
        """Return whether an element of this name is open."""
        return self._named.get(name, 0) > 0

    def push(self, element: Element) -> None:
        """Open an element."""
        self._stack.append(element)
        self.innermost = element
        if element.name:
            self._named[element.name] = self._named.get(element.name, 0) + 1

    def take(self, index: int = -1) -> Element:
        """Close the innermost element, or the one at an index; elements inside it stay open."""
        element = self._stack.pop(index)
        self.innermost = self._stack[-1]
        if element.name:
            self._named[element.name] -= 1
        return element

    def reached(self, name: str, reach: frozenset[str]) -> int | None:
        """Return the index of the nearest element of this name, or None if it is outside of one in ``reach`` or of a
        nameless one."""
        for index in range(len(self._stack) - 1, 0, -1):
            other = self._stack[index].name
            if other == name:
                return index
            if not other or other in reach:
                return None
        return None

    def reached_in_block(self, name: str) -> tuple[int, bool] | None:
        """Return the index of the nearest element of this name and whether it is a block, or None if it is outside of a
        nameless block."""
        for index in range(len(self._stack) - 1, 0, -1):
            element = self._stack[index]
            if element.name == name:
                return index, element.block
            if element.block and not element.name:
                return None
        return None


class EndTags:
    """The end tags of a text, so that an element that is never closed does not extend to the end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._unclosed: dict[str, frozenset[int]] = {}

    def before_a_block(self, name: str, start: int, empty_lines: bool) -> bool:
        """Return whether an element in :data:`UNREAD_WORDS` is closed before the next block starts.

        ``empty_lines`` says whether an empty line starts a block.
        """
        for match in UNREAD_WORDS[name].finditer(self._text, start):
            if match[0][0] == "<" or empty_lines:
                return match["end"] is not None
        return False

    def none_for(self, name: str, start: int) -> bool:
        """Return whether no end tag closes the element whose start tag is at ``start``."""
        if name not in self._unclosed:
            opened: list[int] = []
            for match in expression(rf"(?i)<(/?){name}(?=[\s/>])[^<>]*+").finditer(self._text):
                if match[1]:
                    del opened[-1:]
                elif not match[0].endswith("/"):
                    opened.append(match.start())
            self._unclosed[name] = frozenset(opened)
        return start in self._unclosed[name]
