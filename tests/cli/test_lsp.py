"""``medlint lsp`` without its dependencies; ``tests/lsp`` tests the server."""

import json
import subprocess
import sys

import pytest

from linter.cli import exits, main


def test_the_extra_that_is_missing_is_named(monkeypatch, capfd):
    monkeypatch.setattr("linter.cli.lsp.find_spec", lambda _: None)
    assert main(["lsp"]) == exits.USAGE
    output = capfd.readouterr()
    assert (output.out, output.err) == ("", "medlint: to serve editors, install it with: pip install 'medlint[lsp]'\n")


@pytest.mark.parametrize("sent", ["{bad}", "[]", "7", '{"jsonrpc": "2.0"}', '{"jsonrpc": "9", "method": "x"}'])
def test_an_invalid_message_is_reported_in_a_line_and_the_session_goes_on(sent):
    pytest.importorskip("pygls")
    ask = '{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}'
    sending = "".join(f"Content-Length: {len(text)}\r\n\r\n{text}" for text in (sent, ask))
    result = subprocess.run(
        [sys.executable, "-m", "linter", "lsp"], input=sending, capture_output=True, text=True, timeout=120
    )
    assert result.returncode == exits.CLEAN
    assert '"positionEncoding"' in result.stdout
    lines = result.stderr.splitlines()
    assert lines
    assert all(line.startswith("medlint: ") for line in lines)


def test_a_check_that_is_dropped_leaves_no_traceback():
    pytest.importorskip("pygls")
    article = {"uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": "It is completely safe.\n"}
    messages = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
        {"method": "initialized", "params": {}},
        *({"method": "textDocument/didOpen", "params": {"textDocument": {**article, "version": n}}} for n in range(9)),
    ]
    texts = [json.dumps({"jsonrpc": "2.0", **message}) for message in messages]
    sending = "".join(f"Content-Length: {len(text)}\r\n\r\n{text}" for text in texts)
    result = subprocess.run(
        [sys.executable, "-m", "linter", "lsp"], input=sending, capture_output=True, text=True, timeout=120
    )
    assert (result.returncode, result.stderr) == (exits.CLEAN, "")
