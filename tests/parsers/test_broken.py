"""Broken articles are read as far as possible, or refused in one clear line."""

from io import BytesIO
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.document import Document
from linter.parsers import documents
from linter.source import SourceError
from tests.parsers.outline import outline

FOLDER = Path(__file__).parent.parent / "broken" / "articles"
EXPECTED = YAML(typ="safe").load(FOLDER / "expected.yaml")


def test_every_broken_file_has_an_expectation() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {*EXPECTED, "expected.yaml"}


@pytest.mark.parametrize("name", EXPECTED)
def test_broken(name: str) -> None:
    expected = EXPECTED[name]
    found: list[Document] = []
    error = ""
    try:
        for document in documents(name, BytesIO((FOLDER / name).read_bytes())):
            found.append(document)
    except SourceError as refused:
        error = str(refused)
    assert error == expected.get("error", "")
    assert [outline(document.source.text, document.format) for document in found] == (
        [expected["blocks"]] if "blocks" in expected else []
    )
    for document in found:
        assert document.front_matter.error.startswith(expected.get("front_matter", ""))
        assert bool(document.front_matter.error) == ("front_matter" in expected)
