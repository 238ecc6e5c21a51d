from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.parsers import parse
from linter.source import SourceText
from tests.parsers.outline import outline

CASES = YAML(typ="safe").load(Path(__file__).with_name("sfc.yaml"))


@pytest.mark.parametrize("name", CASES)
def test_pages(name: str) -> None:
    assert outline(CASES[name]["text"], name) == CASES[name]["blocks"]


@pytest.mark.parametrize("name", CASES)
def test_comments_speak_to_medlint(name: str) -> None:
    text = (
        "<p>é</p>\n<!-- medlint: ignore EFF001 -- why -->\n<p>b</p><script>\n// medlint: ignore EFF002 -- x\n</script>"
    )
    document = parse(SourceText(f"a.{name}", text))
    first, second = document.directives
    assert (first.text, first.block_before) == ("ignore EFF001 -- why", 0)
    assert text[second.span.start : second.span.end] == "// medlint: ignore EFF002 -- x"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.svelte", "<p hidden={no}>b</p>"),
        ("a.astro", "<p hidden={false}>b</p>"),
        ("a.liquid", '<p hidden="{{ no }}">b</p>'),
    ],
)
def test_what_an_expression_hides_may_be_shown(path: str, text: str) -> None:
    assert [block.view.text for block in parse(SourceText(path, text)).blocks] == ["b"]
