"""Drafts of blocks: the scope of a text, by its context and its inlines."""

from linter.document import Inline, InlineKind, Scope
from linter.parsers.context import Context
from linter.parsers.inlines import covers, finished
from linter.value import Struct
from linter.view import View

# looking up enum members is slow before Python 3.12
_SMALL, _PARAGRAPH, _NAVIGATION = InlineKind.SMALL, Scope.PARAGRAPH, Scope.NAVIGATION
_STRONG = InlineKind.STRONG
_IN_CELLS = (Scope.TABLE_CELL, Scope.TABLE_HEADER, Scope.ALT_TEXT)

_MAX_WORDS = 10
"""Maximum words of a bold line that counts as a heading."""
_ENDS = ".!:;,"


class Draft(Struct, frozen=True):
    """A block that is not yet placed in the article."""

    start: int
    scope: Scope
    view: View
    level: int = 0
    row: int = -1
    column: int = -1
    width: int = 1
    table: int = 0
    quoted: bool = False
    collapsed: bool = False
    inlines: tuple[Inline, ...] = ()

    @property
    def in_bold(self) -> bool:
        """Whether it is a paragraph that looks like a heading: short, bold and no sentence."""
        if not self.inlines or self.scope is not _PARAGRAPH:
            return False
        text = self.view.text.strip()
        bold = [(inline.start, inline.end) for inline in self.inlines if inline.kind is _STRONG]
        return (
            bool(bold) and text[-1:] not in _ENDS and len(text.split()) <= _MAX_WORDS and covers(bold, self.view.text)
        )


def draft(view: View, context: Context, inlines: list[Inline], clickables: list[tuple[int, int]]) -> Draft:
    """Return the draft of running text; ``clickables`` are the ranges of its links and buttons."""
    text = view.text
    scope, level = context.place()
    inlines = finished(inlines, text)
    if inlines and scope is _PARAGRAPH:
        if clickables and covers(clickables, text):
            scope = Scope.BUTTON
        else:
            small = [(inline.start, inline.end) for inline in inlines if inline.kind is _SMALL]
            if small and covers(small, text):
                scope = Scope.FINE_PRINT
    return _placed(view, scope, context, level, tuple(inlines))


def aside(view: View, scope: Scope, context: Context) -> Draft:
    """Return the draft of a text outside the running text: an attribute's value, a front matter value."""
    return _placed(view, _NAVIGATION if context.region is _NAVIGATION else scope, context)


def _placed(view: View, scope: Scope, context: Context, level: int = 0, inlines: tuple[Inline, ...] = ()) -> Draft:
    cell = (context.row, context.column, context.width, context.table) if scope in _IN_CELLS else (-1, -1, 1, 0)
    start = view.pieces[0].source_start
    return Draft(start, scope, view, level, *cell, context.quotes > 0, context.closed > 0, inlines)
