"""Group the blocks of an article as a reader sees them: lists, tables, quotations."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby, takewhile

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
    """Short items side by side, such as a menu."""


class Group(Struct, frozen=True):
    """Blocks that belong together. ``label`` describes what the text alone does not show, such as "Button"."""

    shape: Shape
    blocks: tuple[Block, ...]
    label: str = ""


class Cell(Struct, frozen=True):
    """A cell of a table, and the number of columns without prose before it."""

    gap: int
    blocks: tuple[Block, ...]


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
    """Group an article's blocks, in reading order."""
    run: list[Block] = []
    for block in blocks:
        if run and not _continues(run, block):
            yield _group(run)
            run = []
        run.append(block)
    if run:
        yield _group(run)


def _continues(run: Sequence[Block], block: Block) -> bool:
    last, shape = run[-1], _shape(block)
    if shape is not _shape(last) or (last.quoted, last.collapsed) != (
        block.quoted,
        block.collapsed,
    ):
        return False
    if shape is Shape.TABLE:
        return block.row == last.row or block.scope is not Scope.TABLE_HEADER or _has_header(run, last.row)
    return shape in (Shape.LIST, Shape.QUOTE, Shape.ROW)


def _has_header(run: Sequence[Block], row: int) -> bool:
    """Whether a row has a header cell; if not, a next row that starts with one begins another table."""
    cells = takewhile(lambda cell: cell.row == row, reversed(run))
    return any(cell.scope is Scope.TABLE_HEADER for cell in cells)


def _group(run: Sequence[Block]) -> Group:
    first = run[0]
    label = label_of(first) if _shape(first) is not Shape.TABLE else ""
    if first.collapsed and not label:
        label = "Shown on a click"
    return Group(_shape(first), tuple(run), label)


def _shape(block: Block) -> Shape:
    """The layout of a block; the text of an image in a table belongs to the table."""
    return Shape.TABLE if block.row >= 0 else _SHAPES.get(block.scope, Shape.TEXT)


def label_of(block: Block) -> str:
    """The label of a block; empty for plain text."""
    return _LABELS.get(block.scope, "")


def rows(blocks: Sequence[Block]) -> Iterator[tuple[Cell, ...]]:
    """The cells of a table, row by row."""
    for _, row in groupby(blocks, key=lambda block: block.row):
        next_column, cells = 0, []
        for column, cell in groupby(row, key=lambda block: block.column):
            cells.append(Cell(max(0, column - next_column), tuple(cell)))
            next_column = max(next_column, column) + 1
        yield tuple(cells)
