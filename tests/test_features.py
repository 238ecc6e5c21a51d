"""docs/features.md and docs/hostile.md: everything that a row names exists and can be run."""

import re
from functools import cache

import pytest

from tests.conftest import ROOT

TEXT, _, MISSING = (ROOT / "docs" / "features.md").read_text(encoding="utf-8").partition("\n## What there is not")
HOSTILE = (ROOT / "docs" / "hostile.md").read_text(encoding="utf-8")
ROWS = [
    line
    for line in f"{TEXT}\n{HOSTILE}".split("\n")
    if re.match(r"\| (?!feature \||# \||input \||what happens \|)", line)
]


@cache
def names(file):
    path = ROOT / "tests" / f"{file}.py"
    return set(re.findall(r"^(?:async )?def test_(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.strip("| ")[:40])
def test_what_shows_it_exists(row):
    tests = re.findall(r"`([\w/]+)::(\w+)`", row)
    documents = re.findall(r"\]\((\S+\.md)\)", row)
    assert tests or documents
    assert [f"{file}::{name}" for file, name in tests if name not in names(file)] == []
    assert [file for file in documents if not (ROOT / "docs" / file).is_file()] == []


def test_every_complaint_has_its_row():
    numbers = re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) == 25
    assert "| feature |" in MISSING


@pytest.mark.parametrize("document", [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], ids=lambda path: path.name)
def test_files_that_the_docs_name_exist(document):
    """Paths relative to the root, or to the document."""
    roots = ("", "linter", "lint_rules", "linter/knowledge")
    named = re.findall(r"`([\w/-]+/[\w-]+\.(?:py|yaml|tsv|md))`", document.read_text(encoding="utf-8"))
    missing = [file for file in named if not any((ROOT / root / file).is_file() for root in roots)]
    assert [file for file in missing if file != "tests/folder/test_file.py"] == []
