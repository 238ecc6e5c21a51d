"""The elements that are open where a parser stands, as browsers keep them: what a tag can reach, where they end."""

from linter.expression import expression
from linter.parsers.context import Context
from linter.parsers.elements import UNREAD_WORDS
from linter.parsers.inlines import OpenInline
from linter.value import Struct


class Element(Struct, frozen=True):
    """An open element: its name (empty for a block that no tag can close) and where its text stands."""

    name: str
    context: Context
    block: bool
    inline: OpenInline | None = None


class OpenElements:
    """The stack of open elements; ``innermost`` is the last, and the first is the article itself."""

    def __init__(self) -> None:
        self.innermost = Element("", Context(), True)
        self._stack = [self.innermost]
        self._named: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._stack)

    def has(self, name: str) -> bool:
        """Whether an element of this name is open."""
        return self._named.get(name, 0) > 0

    def push(self, element: Element) -> None:
        """Open an element."""
        self._stack.append(element)
        self.innermost = element
        if element.name:
            self._named[element.name] = self._named.get(element.name, 0) + 1

    def take(self, index: int = -1) -> Element:
        """Close the innermost element, or the one at an index: those in it stay open."""
        element = self._stack.pop(index)
        self.innermost = self._stack[-1]
        if element.name:
            self._named[element.name] -= 1
        return element

    def reached(self, name: str, reach: frozenset[str]) -> int | None:
        """The index of the nearest element of this name; None beyond one of ``reach`` or a nameless one."""
        for index in range(len(self._stack) - 1, 0, -1):
            found = self._stack[index].name
            if found == name:
                return index
            if not found or found in reach:
                return None
        return None

    def reached_in_block(self, name: str) -> tuple[int, bool] | None:
        """The index of the nearest element of this name and whether it is a block; None beyond a nameless block."""
        for index in range(len(self._stack) - 1, 0, -1):
            element = self._stack[index]
            if element.name == name:
                return index, element.block
            if element.block and not element.name:
                return None
        return None


class EndTags:
    """The end tags of a text: what nobody closed must not take the rest of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._unclosed: dict[str, frozenset[int]] = {}

    def before_a_block(self, name: str, start: int, empty_lines: bool) -> bool:
        """Whether an element that holds no blocks (one of :data:`UNREAD_WORDS`) is closed before one begins.

        ``empty_lines`` says that an empty line begins one.
        """
        for found in UNREAD_WORDS[name].finditer(self._text, start):
            if found[0][0] == "<" or empty_lines:
                return found["end"] is not None
        return False

    def none_for(self, name: str, start: int) -> bool:
        """Whether no end tag closes the element whose start tag stands there."""
        if name not in self._unclosed:
            opened: list[int] = []
            for found in expression(rf"(?i)<(/?){name}(?=[\s/>])[^<>]*+").finditer(self._text):
                if found[1]:
                    del opened[-1:]
                elif not found[0].endswith("/"):
                    opened.append(found.start())
            self._unclosed[name] = frozenset(opened)
        return start in self._unclosed[name]
