"""The blocks of an article as a reader sees them: lists, tables and quotations put together again."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import takewhile

from linter.document import Block, Scope
from linter.value import Struct


class Shape(StrEnum):
    """How a group is laid out."""

    TEXT = "text"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"
    ROW = "row"
    """Short things side by side: a menu."""


class Group(Struct, frozen=True):
    """Blocks that belong together. ``label`` says what a reader of the page would not see as text, or how it looks."""

    shape: Shape
    blocks: tuple[Block, ...]
    label: str = ""


_SHAPES = {
    Scope.HEADING: Shape.HEADING,
    Scope.LIST_ITEM: Shape.LIST,
    Scope.TABLE_CELL: Shape.TABLE,
    Scope.TABLE_HEADER: Shape.TABLE,
    Scope.QUOTE: Shape.QUOTE,
    Scope.NAVIGATION: Shape.ROW,
}
_LABELS = {
    Scope.TITLE: "Page title",
    Scope.DESCRIPTION: "Description",
    Scope.ALT_TEXT: "Image text",
    Scope.CAPTION: "Caption",
    Scope.BUTTON: "Button",
    Scope.SUMMARY: "Opens on a click",
    Scope.FINE_PRINT: "Small print",
    Scope.NAVIGATION: "Menu",
}


def groups(blocks: Sequence[Block]) -> Iterator[Group]:
    """The groups of an article's blocks, in reading order."""
    run: list[Block] = []
    for block in blocks:
        if run and not _goes_on(run, block):
            yield _group(run)
            run = []
        run.append(block)
    if run:
        yield _group(run)


def _goes_on(run: Sequence[Block], block: Block) -> bool:
    last, shape = run[-1], _SHAPES.get(block.scope, Shape.TEXT)
    if shape is not _SHAPES.get(last.scope, Shape.TEXT) or (last.quoted, last.collapsed) != (
        block.quoted,
        block.collapsed,
    ):
        return False
    if shape is Shape.TABLE:
        return block.row == last.row or block.scope is Scope.TABLE_CELL or _has_header(run, last.row)
    return shape in (Shape.LIST, Shape.QUOTE, Shape.ROW)


def _has_header(run: Sequence[Block], row: int) -> bool:
    """Whether a row has a header; if it has none, a row that begins with one opens another table."""
    cells = takewhile(lambda cell: cell.row == row, reversed(run))
    return any(cell.scope is Scope.TABLE_HEADER for cell in cells)


def _group(run: Sequence[Block]) -> Group:
    first = run[0]
    label = _LABELS.get(first.scope, "")
    if first.collapsed and not label:
        label = "Shown on a click"
    return Group(_SHAPES.get(first.scope, Shape.TEXT), tuple(run), label)


def rows(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The cells of a table, row by row."""
    row: list[Block] = []
    for block in blocks:
        if row and block.row != row[-1].row:
            yield tuple(row)
            row = []
        row.append(block)
    if row:
        yield tuple(row)
