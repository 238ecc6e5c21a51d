"""Drafts of blocks: what a text is to a reader, by where it stands and by what its inlines are."""

from linter.document import Inline, InlineKind, Scope
from linter.parsers.context import Context
from linter.parsers.inlines import covers, settled
from linter.value import Struct
from linter.view import View

# Looking a member up in its enumeration is slow before Python 3.12.
_SMALL, _PARAGRAPH, _NAVIGATION = InlineKind.SMALL, Scope.PARAGRAPH, Scope.NAVIGATION
_STRONG = InlineKind.STRONG
_IN_CELLS = (Scope.TABLE_CELL, Scope.TABLE_HEADER, Scope.ALT_TEXT)

_SHORT = 10
"""Words of a bold line that can be a heading."""
_ENDS = ".!:;,"


class Draft(Struct, frozen=True):
    """A block before its place in the article is known."""

    start: int
    scope: Scope
    view: View
    level: int = 0
    row: int = -1
    column: int = -1
    quoted: bool = False
    collapsed: bool = False
    inlines: tuple[Inline, ...] = ()

    @property
    def in_bold(self) -> bool:
        """Whether it looks like a heading, though it is none in the markup: short, in bold type and no sentence."""
        if not self.inlines or self.scope is not _PARAGRAPH:
            return False
        text = self.view.text.strip()
        bold = [(inline.start, inline.end) for inline in self.inlines if inline.kind is _STRONG]
        return bool(bold) and text[-1:] not in _ENDS and len(text.split()) <= _SHORT and covers(bold, self.view.text)


def draft(view: View, context: Context, inlines: list[Inline], presses: list[tuple[int, int]]) -> Draft:
    """The draft of running text; ``presses`` are the stretches of it that a reader can press, links and buttons."""
    text = view.text
    scope, level = context.place()
    inlines = settled(inlines, text)
    if inlines and scope is _PARAGRAPH:
        if presses and covers(presses, text):
            scope = Scope.BUTTON
        else:
            small = [(inline.start, inline.end) for inline in inlines if inline.kind is _SMALL]
            if small and covers(small, text):
                scope = Scope.FINE_PRINT
    return _placed(view, scope, context, level, tuple(inlines))


def aside(view: View, scope: Scope, context: Context) -> Draft:
    """The draft of a text beside the running text: an attribute's value, a front matter value."""
    return _placed(view, _NAVIGATION if context.region is _NAVIGATION else scope, context)


def _placed(view: View, scope: Scope, context: Context, level: int = 0, inlines: tuple[Inline, ...] = ()) -> Draft:
    row, column = (context.row, context.column) if scope in _IN_CELLS else (-1, -1)
    start = view.pieces[0].source_start
    return Draft(start, scope, view, level, row, column, context.quotes > 0, context.closed > 0, inlines)
