"""Formats and constructs: every mark in the table of docs/formats-of-articles.md is a test."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from linter.document import Document
from linter.parsers import parse
from linter.source import SourceText
from tests.parsers.docx import read_docx, word
from tests.parsers.outline import lines_of
from tests.parsers.test_properties import check_views
from tests.parsers.wxr import item, read_export

CONSTRUCTS = YAML(typ="safe").load(Path(__file__).with_name("constructs.yaml"))
PAGE = Path(__file__).parents[2] / "docs" / "formats-of-articles.md"
SHARED = {
    "markdown": "markdown",
    "mdx": "markdown",
    "html": "html",
    "tsx": "html",
    "astro": "html",
    "svelte": "html",
    "vue": "html",
    "template": "html",
    "wxr": "html",
    "docx": "word",
}


def written(construct: str, name: str) -> str | None:
    """A construct as written in a format."""
    ways = CONSTRUCTS[construct]
    text: str | None = ways.get(name, ways.get(SHARED[name]))
    if text is None or name in ways:
        return text
    if name == "mdx" and "<!--" in text:
        return text.replace("<!--", "{/*").replace("-->", "*/}")
    if name == "vue":
        return f"<template>{text}</template>"
    return text


def read(text: str, name: str) -> Document:
    if name == "docx":
        return read_docx(word(text.replace("\n", "")))
    if name == "wxr":
        return next(iter(read_export(item(text))))
    return parse(SourceText("article", text), name)


CASES = [(construct, name) for construct in CONSTRUCTS for name in SHARED if written(construct, name)]


@pytest.mark.parametrize(("construct", "name"), CASES, ids=[f"{construct}-{name}" for construct, name in CASES])
def test_constructs(construct: str, name: str) -> None:
    expected: dict[str, Any] = CONSTRUCTS[construct]
    document = read(written(construct, name) or "", name)
    assert lines_of(document) == expected["blocks"]
    if "cells" in expected:
        assert [[block.row, block.column] for block in document.blocks] == expected["cells"]
    if "widths" in expected:
        assert [block.width for block in document.blocks] == expected["widths"]
    assert [directive.text for directive in document.directives] == expected.get("directives", [])
    check_views(document)


TABLES = {
    "markdown": "| A |\n|---|\n| b |\n\n| C |\n|---|\n| d |\n\nE",
    "html": "<table><thead><tr><th>A</thead><tbody><tr><td>b</tbody></table><table><tr><td>C<tr><td>d</table><p>E",
    "docx": "<w:tbl>{}{}</w:tbl><w:p/><w:tbl>{}{}</w:tbl><w:p><w:r><w:t>E</w:t></w:r></w:p>".format(
        *(f"<w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>" for text in "AbCd")
    ),
}


@pytest.mark.parametrize(("name", "text"), TABLES.items(), ids=TABLES)
def test_tables_are_told_apart(name: str, text: str) -> None:
    first, same, second, again, outside = (block.table for block in read(text, name).blocks)
    assert first == same != second == again
    assert outside == 0 not in (first, second)


def table() -> str:
    rows = [["", *SHARED], ["---"] * (len(SHARED) + 1)]
    rows += [[name, *("✓" if (name, way) in CASES else "–" for way in SHARED)] for name in CONSTRUCTS]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def test_the_table_is_that_of_these_tests() -> None:
    assert table() in PAGE.read_text(encoding="utf-8")
