"""A project configures which properties and keys of its web code hold prose."""

import pytest

pytest.importorskip("tree_sitter_typescript")

from linter.cli import exits, main
from linter.parsers import parse
from linter.parsers.components import Copy
from linter.source import SourceText
from tests.parsers.test_properties import check_views

COPY = Copy(more=("blurb", "url"), code=("note",))
DATA = 'const cards = [{ blurb: "Read me", note: "Leave me out", title: "A title" }];'
PAGES = {
    "tsx": f'{DATA}\nexport default () => <Card blurb="Read this" note="Not this" title="A head" />;',
    "astro": f'---\n{DATA}\n---\n<Card blurb="Read this" note="Not this" title="A head" />',
    "svelte": f'<script>{DATA}</script>\n<Card blurb="Read this" note="Not this" title="A head" />',
    "vue": f'<script>{DATA}</script>\n<template><Card blurb="Read this" note="Not this" title="A head" /></template>',
}


@pytest.mark.parametrize("format_name", PAGES)
def test_keys_are_added_and_taken_away(format_name: str) -> None:
    source = SourceText("a", PAGES[format_name])
    usual, own = ({block.view.text for block in parse(source, format_name, copy).blocks} for copy in (None, COPY))
    assert usual == {"Leave me out", "A title", "Not this", "A head"}
    assert own == {"Read me", "A title", "Read this", "A head"}
    check_views(parse(source, format_name, COPY))


def test_a_key_of_code_can_be_made_copy() -> None:
    source = SourceText("a.tsx", 'const a = { url: "Ketamine cures depression" };')
    assert parse(source, "tsx", COPY).blocks[0].view.text == "Ketamine cures depression"
    assert parse(source, "tsx").blocks == ()


@pytest.mark.parametrize(
    ("far", "near", "code"),
    [("code", "copy", exits.VIOLATIONS), ("copy", "code", exits.CLEAN), ("copy", "other", exits.VIOLATIONS)],
)
def test_the_closer_layer_has_the_last_word(far, near, code, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    keys = {"copy": "copy-keys = ['blurb']", "code": "code-keys = ['blurb']", "other": "code-keys = ['note']"}
    (tmp_path / "medlint.toml").write_text(f"{keys[far]}\n[[overrides]]\npaths = ['*.tsx']\n{keys[near]}\n")
    (tmp_path / "page.tsx").write_text('export default () => <Card blurb="Ketamine cures depression." />;')
    assert main(["check", "page.tsx", "--select", "EFF"]) == code


@pytest.mark.parametrize(("said", "code"), [("", exits.CLEAN), ("copy-keys = ['blurb']\n", exits.VIOLATIONS)])
def test_the_configuration_says_so(said, code, tmp_path, monkeypatch, capfd) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "medlint.toml").write_text(said)
    (tmp_path / "page.tsx").write_text('export default () => <Card blurb="Ketamine cures depression." />;')
    # twice: results of one configuration are not used for the other
    for _ in range(2):
        assert main(["check", "page.tsx", "--select", "EFF"]) == code
