"""The server, used as by an editor."""

from pathlib import Path

import pytest
from lsprotocol import types
from pygls.uris import to_fs_path

from tests.lsp.editor import codes
from tests.rules.test_load import GOOD

CLEAN = "We are open on weekdays. Parking is free.\n"
FLAWED = "# Ketamine for PTSD\n\nKetamine is completely safe and cures PTSD.\n"

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_findings_come_as_one_types(editor, tmp_path):
    uri = (tmp_path / "a.md").as_uri()
    assert await editor.open_and_wait(uri, CLEAN) == []
    editor.type(uri, FLAWED, 2)
    found = await editor.wait_for(uri, 2)
    (safety,) = (diagnostic for diagnostic in found if diagnostic.code == "SAF001")
    assert str(safety.range) == "2:9-2:27"


async def test_outdated_versions_are_not_published(editor, tmp_path):
    uri = (tmp_path / "a.md").as_uri()
    editor.open(uri, CLEAN)
    for version in range(2, 30):
        editor.type(uri, FLAWED * version, version)
    editor.type(uri, CLEAN, 30)
    assert await editor.wait_for(uri, 30) == []
    assert {params.version for params in editor.published if params.uri == uri} <= {1, 30}


async def test_a_closed_article_has_no_findings(editor, tmp_path):
    uri = (tmp_path / "a.md").as_uri()
    assert await editor.open_and_wait(uri, FLAWED)
    editor.close(uri)
    assert await editor.wait_for(uri, None) == []


async def test_what_is_no_article_is_left_alone(editor, tmp_path):
    other, article = (tmp_path / "package.json").as_uri(), (tmp_path / "a.md").as_uri()
    editor.open(other, '{"description": "Ketamine cures PTSD."}', "json")
    await editor.open_and_wait(article, CLEAN)
    assert [params for params in editor.published if params.uri == other] == []


async def test_an_unsaved_article_is_judged_by_its_language(editor):
    assert "SAF001" in codes(await editor.open_and_wait("untitled:Untitled-1", FLAWED, "markdown"))
    assert await editor.open_and_wait("untitled:Untitled-2", "", "markdown") == []


async def test_what_can_be_done(editor, tmp_path):
    uri = (tmp_path / "a.md").as_uri()
    text = "# Ketamine for PTSD\n\n😀 Ketamine is completely safe and cures PTSD.\n"
    found = await editor.open_and_wait(uri, text)
    result = await editor.do(uri, found[0].range, text)
    assert all(action.edit.document_changes[0].text_document.version == 1 for action, _ in result)
    everything = types.Range(types.Position(0, 0), types.Position(9, 0))
    outcomes = {action.title: after for action, after in await editor.do(uri, everything, text)}
    # a disclaimer, a draft of the risks, a suppression without a reason yet
    (disclaimer,) = (after for title, after in outcomes.items() if title.startswith("FDA001: insert"))
    assert "the FDA has not approved ketamine for this use." in disclaimer
    (risks,) = (after for title, after in outcomes.items() if title.startswith("RSK001: insert"))
    assert "Risks and side effects of Ketamine" in risks
    (suppressed,) = (after for title, after in outcomes.items() if title.startswith("SAF001: suppress"))
    assert "<!-- medlint: ignore SAF001 --  -->\n😀 Ketamine" in suppressed


async def test_hover_shows_the_reason_and_the_law(editor, tmp_path):
    uri = (tmp_path / "a.md").as_uri()
    await editor.open_and_wait(uri, FLAWED)
    place = types.TextDocumentIdentifier(uri)
    shown = await editor.text_document_hover_async(types.HoverParams(place, types.Position(2, 12)))
    assert shown.contents.kind is types.MarkupKind.Markdown
    for part in ("**SAF001**", "**Why:**", "**Suggestion:**", "**Based on:**", "](<https://", "(binding)"):
        assert part in shown.contents.value
    assert await editor.text_document_hover_async(types.HoverParams(place, types.Position(1, 0))) is None


async def test_a_code_leads_to_the_page_of_its_rule(editor, tmp_path):
    (found, *_) = await editor.open_and_wait((tmp_path / "a.md").as_uri(), FLAWED)
    page = Path(to_fs_path(found.code_description.href)).read_text(encoding="utf-8")
    assert page.startswith(f"# {found.code} ")
    assert "## Reported" in page


async def test_sections_show_their_grade(editor, tmp_path):
    uri = (tmp_path / "a.md").as_uri()
    text = (
        "We are open.\n\n## Our approach 😀\n\nIndividualized neuromodulation accommodates physiological variability.\n"
    )
    await editor.open_and_wait(uri, text)
    everything = types.Range(types.Position(0, 0), types.Position(9, 0))
    hints = await editor.text_document_inlay_hint_async(
        types.InlayHintParams(types.TextDocumentIdentifier(uri), everything)
    )
    assert [str(hint.position) for hint in hints] == ["0:12", "2:18"]
    easy, hard = (float(hint.label.removeprefix("grade ")) for hint in hints)
    assert easy < 8 < hard


async def test_configurations_are_read_anew(editor, tmp_path):
    uri = (tmp_path / "deep" / "a.md").as_uri()
    (tmp_path / "deep").mkdir()
    assert "SAF001" in codes(await editor.open_and_wait(uri, FLAWED))
    config = tmp_path / "deep" / "medlint.toml"

    async def said(text):
        config.write_text(text, encoding="utf-8")
        before = len(editor.published)
        editor.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([types.FileEvent(config.as_uri(), types.FileChangeType.Changed)])
        )
        return await editor.wait_for(uri, since=before)

    assert codes(await said('ignore = ["SAF001", "EFF"]')) != []
    assert "SAF001" not in codes(await said('ignore = ["SAF001"]'))
    assert await said('exclude = ["*.md"]') == []
    (broken,) = await said('ignor = ["SAF001"]')
    assert (broken.code, str(broken.range)) == ("input-error", "0:0-0:0")
    assert "medlint.toml:1:1" in broken.message and "ignore" in broken.message


async def test_what_a_project_accepts_is_read_anew(editor, tmp_path):
    (tmp_path / ".git").mkdir()
    uri = (tmp_path / "a.md").as_uri()
    assert "SAF001" in codes(await editor.open_and_wait(uri, FLAWED))
    claims = tmp_path / "claims.yaml"
    claims.write_text(
        f"claims:\n  - {{id: one, text: {FLAWED.split(chr(10))[2]}, reference: x, by: Jane Roe, until: 2036-01-01}}\n",
        encoding="utf-8",
    )
    before = len(editor.published)
    editor.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams([types.FileEvent(claims.as_uri(), types.FileChangeType.Created)])
    )
    assert "SAF001" not in codes(await editor.wait_for(uri, since=before))


async def test_huge_and_strange_documents_do_no_harm(editor, tmp_path):
    (huge,) = await editor.open_and_wait((tmp_path / "huge.md").as_uri(), "Ketamine cures PTSD. " * 50_000)
    assert "medlint check" in huge.message
    for name, text in {
        "nul.md": "a\0b",
        "half.md": "\ud83d Ketamine is completely safe.",
        "blank.md": " \r\n\r",
    }.items():
        editor.open((tmp_path / name).as_uri(), text)
    (nul,) = await editor.wait_for((tmp_path / "nul.md").as_uri())
    assert nul.code == "input-error"
    assert "SAF001" in codes(await editor.wait_for((tmp_path / "half.md").as_uri()))
    assert await editor.wait_for((tmp_path / "blank.md").as_uri()) == []


async def test_rules_in_python_are_left_out_and_the_log_says_so(editor, tmp_path):
    (tmp_path / "house").mkdir()
    rule = GOOD.replace("kind: phrase", "kind: python").replace('any: ["no side effects"]', "plugin: doses")
    (tmp_path / "house/sample-rule.yaml").write_text(rule, encoding="utf-8")
    (tmp_path / "medlint.toml").write_text('rules = ["house"]\n', encoding="utf-8")
    for name in ("a.md", "b.md"):
        assert "SAF001" in codes(await editor.open_and_wait((tmp_path / name).as_uri(), FLAWED))
    assert [line for line in editor.logged if "XYZ001" in line] == [
        "XYZ001: rules in Python run only where --plugin names them"
    ]
