"""The same text gives the same findings through a file, stdin and the editor; for the hook see ``test_pre_commit``."""

import io
import json
import sys

import pytest

from linter.cli import main
from linter.discovery.names import is_article
from linter.lsp.positions import ClientPositions
from linter.source import SourceText
from tests.awkward import AWKWARD
from tests.conftest import ROOT

pytestmark = pytest.mark.asyncio(loop_scope="module")

PATHS = [*ROOT.glob("content/published/*"), *ROOT.glob("content/drafts/*")]
ARTICLES = AWKWARD | {path.name: path.read_text(encoding="utf-8") for path in sorted(PATHS) if is_article(path.name)}


def told_by(report, text):
    """Findings and errors of a JSON report, as an editor would show them."""
    data = json.loads(report)
    found = [
        (one["code"], one["start"], one["end"], one["message"])
        for one in data["violations"]
        if one["suppressed"] is None
    ]
    source = SourceText("", text)
    starts = source.line_starts
    errors = [
        (one["kind"] + "-error", starts[one["line"] - 1] + one["column"] - 1 if one["line"] else 0, one["message"])
        for one in data["errors"]
    ]
    return sorted(found), errors


CLAIMED = "# Ketamine for PTSD\n\nKetamine is completely safe.\n\nKetamine cures PTSD.\n"
CLAIM = "claims:\n  - {id: one, text: Ketamine cures PTSD., reference: a study, by: Jane Roe, until: 2036-01-01}\n"


@pytest.mark.parametrize("name", ARTICLES)
async def test_file_stdin_and_editor_give_the_same(name, editor, tmp_path, capfd, monkeypatch):
    assert await every_door(ARTICLES[name], tmp_path / name, editor, capfd, monkeypatch) is not None


@pytest.mark.parametrize("way", ["waiver", "baseline", "claim", "waiver of a folder", "broken"])
async def test_every_door_knows_what_is_accepted(way, editor, tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    path = tmp_path / "pages" / "a.md"
    path.parent.mkdir()
    path.write_text(CLAIMED, encoding="utf-8")
    main(["check", "pages", "-f", "json"])
    before = [one for one in json.loads(capfd.readouterr().out)["violations"] if one["code"] in ("SAF001", "EFF001")]
    assert len(before) == 2
    if way == "baseline":
        main(["baseline", "pages"])
    elif way == "claim":
        (tmp_path / "claims.yaml").write_text(CLAIM, encoding="utf-8")
    elif way == "broken":
        (tmp_path / "medlint-waivers.yaml").write_text("waivers: {", encoding="utf-8")
        main(["check", "pages"])
        (found,) = await editor.open_and_wait(path.as_uri(), CLAIMED)
        assert capfd.readouterr().err.removeprefix("medlint: ") == found.message.removeprefix(f"{tmp_path}/") + "\n"
        return
    else:
        if way == "waiver of a folder":
            (path.parent / "medlint.toml").write_text('waivers = "here.yaml"\n', encoding="utf-8")
        said = ["--reason", "a letter", "--by", "Jane Roe", "--until", "2036-01-01"]
        main(["waive", *(one["fingerprint"] for one in before), *said, "--in", "pages"])
    capfd.readouterr()
    found = await every_door(CLAIMED, path, editor, capfd, monkeypatch)
    kept = {"claim": {"SAF001"}}.get(way, set())
    assert {code for code, *_ in found if code in ("SAF001", "EFF001")} == kept


async def every_door(article, path, editor, capfd, monkeypatch):
    """The findings of an article, checked to be the same from a file, standard input and the editor."""
    text = article.removeprefix("\ufeff")
    path.write_bytes(article.encode())
    main(["check", str(path), "-f", "json"])
    by_file = told_by(capfd.readouterr().out, text)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(article.encode())))
    main(["check", "-", "--stdin-filename", str(path), "-f", "json"])
    by_stdin = told_by(capfd.readouterr().out, text)

    positions = ClientPositions(SourceText(path.name, text), marked=text != article)
    found, errors = [], []
    for one in await editor.open_and_wait(path.as_uri(), article):
        span = positions.span(one.range)
        if one.code.endswith("-error"):
            errors.append((one.code, span.start, one.message))
        else:
            found.append((one.code, span.start, span.end, one.message))
    assert by_stdin == by_file
    assert (sorted(found), errors) == by_file
    return found
