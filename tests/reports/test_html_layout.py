"""Blocks are grouped as a reader sees them."""

import pytest

from linter.parsers import parse
from linter.reports.html.layout import Shape, groups, rows
from linter.source import SourceText


def shapes(text, name="a.md"):
    return [
        (group.shape.value, [block.view.text for block in group.blocks])
        for group in groups(parse(SourceText(name, text)).blocks)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\nB\n\nC", [("heading", ["A"]), ("text", ["B"]), ("text", ["C"])]),
        ("- a\n- b\n\nc\n\n- d", [("list", ["a", "b"]), ("text", ["c"]), ("list", ["d"])]),
        ("> a\n>\n> b\n\nc", [("quote", ["a", "b"]), ("text", ["c"])]),
        ("|A|B|\n|-|-|\n|1|2|", [("table", ["A", "B", "1", "2"])]),
        ("|A|\n|-|\n|1|\n\n|B|\n|-|\n|2|", [("table", ["A", "1"]), ("table", ["B", "2"])]),
    ],
)
def test_groups(text, expected):
    assert shapes(text) == expected


def test_row_headers_do_not_part_a_table():
    html = "<table><tr><th>A<td>1<tr><th>B<td>2</table>"
    assert shapes(html, "a.html") == [("table", ["A", "1", "B", "2"])]


def test_labels_of_what_readers_do_not_see_as_text():
    document = parse(SourceText("a.html", "<title>T</title><nav><a href=/>Home</a> <a href=/b>B</a></nav><p>Text"))
    assert [group.label for group in groups(document.blocks)] == ["Page title", "Menu", ""]


def table(text, name="a.md"):
    """The cells of the first table: the number of empty columns before each, and its texts."""
    tables = (group for group in groups(parse(SourceText(name, text)).blocks) if group.shape is Shape.TABLE)
    return [[(cell.gap, *(one.view.text for one in cell.blocks)) for cell in row] for row in rows(next(tables).blocks)]


TABLES = {
    "rows": ("|A|B|\n|-|-|\n|1|2|\n|3|4|", [[(0, "A"), (0, "B")], [(0, "1"), (0, "2")], [(0, "3"), (0, "4")]]),
    "a cell of code": (
        "|A|B|C|\n|-|-|-|\n|1|`2`|3|\n||4|",
        [[(0, "A"), (0, "B"), (0, "C")], [(0, "1"), (1, "3")], [(1, "4")]],
    ),
    "an image": ("|A|B|\n|-|-|\n|![yes](y.png)|2|", [[(0, "A"), (0, "B")], [(0, "yes"), (0, "2")]]),
}
HTML_TABLES = {
    "paragraphs in a cell": ("<tr><td><p>1</p><p>2</p><td>3", [[(0, "1", "2"), (0, "3")]]),
    "empty cells": ("<tr><td><td><td>1<tr><td>2<td><td>3", [[(2, "1")], [(0, "2"), (1, "3")]]),
    "a wide cell": (
        "<tr><td colspan=2>1<td>2<tr><td>3<td>4<td>5",
        [[(0, "1"), (1, "2")], [(0, "3"), (0, "4"), (0, "5")]],
    ),
    "a width that is none": (
        "<tr><td colspan=-1>1<td colspan=x>2<td colspan=99999>3<td>4",
        [[(0, "1"), (0, "2"), (0, "3"), (0, "4")]],
    ),
    "an image beside text": ("<tr><td>1 <img alt=yes><td>2", [[(0, "1 \ufffc", "yes"), (0, "2")]]),
    "a table in a cell": (
        "<tr><td>1<table><tr><td>2<td>3</table><td>4",
        [[(0, "1")], [(0, "2"), (0, "3")], [(1, "4")]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_rows(text, expected):
    assert table(text) == expected


@pytest.mark.parametrize(("text", "expected"), HTML_TABLES.values(), ids=HTML_TABLES)
def test_rows_of_html(text, expected):
    assert table(f"<table>{text}</table>", "a.html") == expected
