"""Articles as written by real tools: blocks, positions and findings.

``messy/expected.yaml`` has the blocks of each article in order, and the excerpts of its promises.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.checks.setting import Setting
from linter.document import Document, Scope
from linter.engine import lint_document
from linter.parsers import documents
from linter.rules.program import Program
from tests.parsers.docx import word
from tests.parsers.outline import lines_of
from tests.parsers.test_properties import check_views

FOLDER = Path(__file__).with_name("messy")
EXPECTED = YAML(typ="safe").load(FOLDER / "expected.yaml")
FAMILIES = ("efficacy", "safety")
BODY = ".body.xml"
"""The end of the body of the Word file that the test builds."""


def read(name: str) -> Iterator[Document]:
    data = (FOLDER / name).read_bytes()
    if name.endswith(BODY):
        name, data = name.replace(BODY, ".docx"), word(data.decode().replace("\n", ""))
    return documents(name, BytesIO(data))


ARTICLES = {
    document.source.path: document
    for path in sorted(FOLDER.iterdir())
    if path.name != "expected.yaml"
    for document in read(path.name)
}


def test_each_article_has_its_expectation() -> None:
    assert list(ARTICLES) == sorted(EXPECTED)


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_read(name: str) -> None:
    assert lines_of(ARTICLES[name]) == EXPECTED[name]["blocks"]
    check_views(ARTICLES[name])


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_found(name: str, program: Program) -> None:
    document = ARTICLES[name]
    found = lint_document(document, program, program.rules, Setting(today="2026-01-01")).violations
    excerpts = [" ".join(one.excerpt.split()) for one in found if one.family in FAMILIES]
    assert list(dict.fromkeys(excerpts)) == EXPECTED[name]["found"]
    for one in found:
        assert document.source.text[one.span.start : one.span.end] == one.excerpt
        inside = [block for block in document.blocks if block.span.start <= one.span.start < block.span.end]
        assert one.family not in FAMILIES or not any(block.scope is Scope.NAVIGATION for block in inside)
