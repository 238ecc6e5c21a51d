"""Positions as data: every file in tests/positions has a YAML file with its blocks and phrases."""

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from linter.document import Document
from linter.parsers import parse
from linter.source import decode

FOLDER = Path(__file__).parent.parent / "positions"
FIXTURES = sorted(FOLDER.glob("*.yaml"))


def read(expected_file: Path) -> tuple[Document, Any]:
    article = expected_file.with_suffix("")
    return parse(decode(article.name, article.read_bytes())), YAML(typ="safe").load(expected_file)


def occurrences(document: Document, phrase: str) -> list[list[str]]:
    found = []
    for block in document.blocks:
        for match in re.finditer(re.escape(phrase), block.view.text, re.IGNORECASE):
            span = block.view.span(match.start(), match.end())
            position = document.source.position(span.start)
            found.append([f"{position.line}:{position.column}", document.source.text[span.start : span.end]])
    return found


def test_every_format_has_positions() -> None:
    assert {file.stem.rpartition(".")[2] for file in FIXTURES} == {"md", "mdx", "html", "txt"}


@pytest.mark.parametrize("expected_file", FIXTURES, ids=lambda file: file.stem)
def test_blocks(expected_file: Path) -> None:
    document, expected = read(expected_file)
    text = document.source.text
    blocks = []
    for block in document.blocks:
        span = block.view.span(0, len(block.view.text))
        assert span == block.span
        blocks.append([block.scope.value, block.view.text, text[span.start : span.end]])
    assert blocks == expected["blocks"]


@pytest.mark.parametrize("expected_file", FIXTURES, ids=lambda file: file.stem)
def test_phrases(expected_file: Path) -> None:
    document, expected = read(expected_file)
    assert {phrase: occurrences(document, phrase) for phrase in expected["phrases"]} == expected["phrases"]
