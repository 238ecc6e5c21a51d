"""Articles that are broken in some way are read as far as they can be, or refused in one clear line."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.parsers import parse
from linter.source import SourceError, decode
from tests.parsers.outline import outline

FOLDER = Path(__file__).parent.parent / "broken" / "articles"
EXPECTED = YAML(typ="safe").load(FOLDER / "expected.yaml")


def test_every_broken_file_has_an_expectation() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {*EXPECTED, "expected.yaml"}


@pytest.mark.parametrize("name", EXPECTED)
def test_broken(name: str) -> None:
    expected = EXPECTED[name]
    data = (FOLDER / name).read_bytes()
    if "error" in expected:
        with pytest.raises(SourceError) as caught:
            decode(name, data)
        assert str(caught.value) == expected["error"]
        return
    document = parse(decode(name, data))
    assert outline(document.source.text, document.format) == expected["blocks"]
    assert document.front_matter.error.startswith(expected.get("front_matter", ""))
    assert bool(document.front_matter.error) == ("front_matter" in expected)
