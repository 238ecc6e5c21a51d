"""The server as editors use it."""

import pytest

from tests.lsp.editor import codes

CLEAN = "We are open on weekdays. Parking is free.\n"
FLAWED = "# Ketamine for PTSD\n\nKetamine is completely safe and cures PTSD.\n"

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_findings_come_as_one_types(editor, tmp_path):
    uri = (tmp_path / "a.md").as_uri()
    assert await editor.told_of(uri, CLEAN) == []
    editor.type(uri, FLAWED, 2)
    found = await editor.told(uri, 2)
    (safety,) = (diagnostic for diagnostic in found if diagnostic.code == "SAF001")
    assert str(safety.range) == "2:9-2:27"


async def test_versions_that_are_gone_are_not_told(editor, tmp_path):
    uri = (tmp_path / "a.md").as_uri()
    editor.open(uri, CLEAN)
    for version in range(2, 30):
        editor.type(uri, FLAWED * version, version)
    editor.type(uri, CLEAN, 30)
    assert await editor.told(uri, 30) == []
    assert {params.version for params in editor.published if params.uri == uri} <= {1, 30}


async def test_a_closed_article_has_no_findings(editor, tmp_path):
    uri = (tmp_path / "a.md").as_uri()
    assert await editor.told_of(uri, FLAWED)
    editor.close(uri)
    assert await editor.told(uri, None) == []


async def test_what_is_no_article_is_left_alone(editor, tmp_path):
    other, article = (tmp_path / "package.json").as_uri(), (tmp_path / "a.md").as_uri()
    editor.open(other, '{"description": "Ketamine cures PTSD."}', "json")
    await editor.told_of(article, CLEAN)
    assert [params for params in editor.published if params.uri == other] == []


async def test_an_unsaved_article_is_judged_by_its_language(editor):
    assert "SAF001" in codes(await editor.told_of("untitled:Untitled-1", FLAWED, "markdown"))
    assert await editor.told_of("untitled:Untitled-2", "", "markdown") == []
