"""The same text gives the same findings through every door: a file (as the hook names it), stdin, the editor."""

import io
import json
import sys

import pytest

from linter.cli import main
from linter.discovery import is_article
from linter.lsp.positions import Border
from linter.source import SourceText
from tests.conftest import ROOT

pytestmark = pytest.mark.asyncio(loop_scope="module")

AWKWARD = {
    "emoji.md": "# 😀 Ketamine for PTSD 👩\u200d⚕️\n\n😀 Ketamine 😀 is completely safe and cures PTSD.\n",
    "windows.md": "# Ketamine for PTSD\r\n\r\nKetamine is completely safe\r\nand cures PTSD.\r\n",
    "marked.txt": "\ufeffKetamine is completely safe and cures PTSD.\n",
    "breaks.md": "Hello\u2028there,\x0cketamine\u0085is fine.\n\nKetamine is completely safe.\n",
    "wrong-front-matter.md": "---\ntitle: [\n---\n\nKetamine is completely safe.\n",
    "suppressed.md": "<!-- medlint: ignore SAF001 -- quoted -->\nKetamine is completely safe and cures PTSD.\n",
    "blank.html": "",
}
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


@pytest.mark.parametrize("name", ARTICLES)
async def test_every_door_tells_the_same(name, editor, tmp_path, capfd, monkeypatch):
    text = ARTICLES[name].removeprefix("\ufeff")
    path = tmp_path / name
    path.write_bytes(ARTICLES[name].encode())
    main(["check", str(path), "-f", "json"])
    by_file = told_by(capfd.readouterr().out, text)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLES[name].encode())))
    main(["check", "-", "--stdin-filename", str(path), "-f", "json"])
    by_stdin = told_by(capfd.readouterr().out, text)

    border = Border(SourceText(name, text), marked=text != ARTICLES[name])
    found, errors = [], []
    for one in await editor.told_of(path.as_uri(), ARTICLES[name]):
        span = border.span(one.range)
        if one.code.endswith("-error"):
            errors.append((one.code, span.start, one.message))
        else:
            found.append((one.code, span.start, span.end, one.message))
    assert by_stdin == by_file
    assert (sorted(found), errors) == by_file
