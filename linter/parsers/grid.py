"""In which columns the cells of tables stand: a cell may take up several, and some of the rows below."""

_WIDEST = 100
"""Columns that a cell can hold in the rows below it: more would let a small file cost much."""
_NOTHING: frozenset[int] = frozenset()


class Grid:
    """The tables of one article. A table, or a part of one (``<tbody>``), has a number, and so has each row."""

    def __init__(self) -> None:
        self._reached: list[int] = []
        self._held: list[frozenset[int]] = []
        self._tables: list[int] = []
        self._below: list[dict[int, int]] = [{}]

    def table(self) -> int:
        """The number of a new table; rows that stand in none have 0."""
        self._below.append({})
        return len(self._below) - 1

    def row(self, table: int = 0) -> int:
        """The number of a table's next row."""
        below = self._below[table]
        self._reached.append(0)
        self._held.append(frozenset(below) if below else _NOTHING)
        self._tables.append(table)
        if below:
            self._below[table] = {column: rows - 1 for column, rows in below.items() if rows > 1}
        return len(self._reached) - 1

    def column(self, row: int, width: int = 1, height: int = 1) -> int:
        """The column of a row's next cell, which is ``width`` columns wide and ``height`` rows high; -1 in no row."""
        if row < 0:
            return -1
        column, held = self._reached[row], self._held[row]
        while column in held:
            column += 1
        self._reached[row] = column + width
        if height > 1:
            below = self._below[self._tables[row]]
            below.update(dict.fromkeys(range(column, min(column + width, _WIDEST)), height - 1))
        return column


def spanned(said: str) -> int:
    """How many columns or rows a cell takes up, by what it says; 1000 are the most that HTML knows of columns."""
    return min(max(int(said), 1), 1000) if said.isascii() and said.isdigit() and len(said) < 5 else 1
