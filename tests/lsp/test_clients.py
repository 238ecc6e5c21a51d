"""The server with the capabilities of real editors: the client rejects what the named editor could not read."""

import pytest
from lsprotocol import types

from tests.lsp.editor import codes

FLAWED = "# Ketamine for PTSD\n\nKetamine is completely safe and cures PTSD.\n"


@pytest.mark.parametrize("name", ["visual-studio-code", "neovim", "emacs"])
@pytest.mark.asyncio
async def test_editors_and_their_settings(fresh, tmp_path, name):
    config = tmp_path / "elsewhere.toml"
    config.write_text('ignore = ["SAF001"]', encoding="utf-8")
    await fresh.start(tmp_path, name, options={"config": str(config), "grades": False})
    uri = (tmp_path / "a.md").as_uri()
    found = codes(await fresh.open_and_wait(uri, FLAWED))
    assert found and "SAF001" not in found
    everything = types.Range(types.Position(0, 0), types.Position(9, 0))
    assert await fresh.do(uri, everything, FLAWED)
    before = len(fresh.published)
    fresh.workspace_did_change_configuration(types.DidChangeConfigurationParams({"medlint": {"path": "x"}}))
    assert "SAF001" in codes(await fresh.wait_for(uri, since=before))
    fresh.workspace_did_change_configuration(types.DidChangeConfigurationParams({"medlint": {"grade": 1}}))
    await fresh.wait_for(uri, since=len(fresh.published))
    assert [message.message for message in fresh.messages] == ["no setting 'medlint.grade'; did you mean 'grades'?"]
