"""Blocks are put together as a reader sees them."""

import pytest

from linter.parsers import parse
from linter.reports.html.flow import groups, rows
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


def test_rows():
    (table,) = groups(parse(SourceText("a.md", "|A|B|\n|-|-|\n|1|2|\n|3|4|")).blocks)
    assert [[cell.view.text for cell in row] for row in rows(table.blocks)] == [["A", "B"], ["1", "2"], ["3", "4"]]
