"""The columns of table cells, given that cells may span several columns and rows."""

_MAX_WIDTH = 100
"""Maximum columns that a cell occupies in the rows below it; otherwise a small file could cost a lot of time."""
_NOTHING: frozenset[int] = frozenset()


class Grid:
    """The tables of an article. Tables and rows are numbered."""

    def __init__(self) -> None:
        self._next_columns: list[int] = []
        self._occupied: list[frozenset[int]] = []
        self._tables: list[int] = []
        self._below: list[dict[int, int]] = [{}]

    def table(self) -> int:
        """Return the number of a new table; rows outside of a table have 0."""
        self._below.append({})
        return len(self._below) - 1

    def part(self, table: int) -> None:
        """Start a part of a table (``<tbody>``), which no cell above it spans into."""
        self._below[table] = {}

    def row(self, table: int = 0) -> int:
        """Return the number of a table's next row."""
        below = self._below[table]
        self._next_columns.append(0)
        self._occupied.append(frozenset(below) if below else _NOTHING)
        self._tables.append(table)
        if below:
            self._below[table] = {column: rows - 1 for column, rows in below.items() if rows > 1}
        return len(self._next_columns) - 1

    def column(self, row: int, width: int = 1, height: int = 1) -> int:
        """Return the column of a row's next cell, of ``width`` columns and ``height`` rows; -1 outside of a row."""
        if row < 0:
            return -1
        column, occupied = self._next_columns[row], self._occupied[row]
        while column in occupied:
            column += 1
        self._next_columns[row] = column + width
        if height > 1:
            below = self._below[self._tables[row]]
            below.update(dict.fromkeys(range(column, min(column + width, _MAX_WIDTH)), height - 1))
        return column


def parse_span(value: str) -> int:
    """Return the number of columns or rows in a ``colspan`` or ``rowspan``, at most 1000 as HTML allows for columns."""
    return min(max(int(value), 1), 1000) if value.isascii() and value.isdigit() and len(value) < 5 else 1
