"""The target that acts as an editor: a session with the language server, with messages that no editor would send."""

import asyncio
import json
import logging
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.lsp.server import Session

OPENING: tuple[dict[str, Any], ...] = (
    {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}},
    {"method": "initialized", "params": {}},
    {
        "method": "textDocument/didOpen",
        "params": {
            "textDocument": {
                "uri": "untitled:a",
                "languageId": "markdown",
                "version": 1,
                "text": "# 😀 Ketamine\n\nIt is completely safe.\r\nIt cures pain.",
            }
        },
    },
)
_LAST = "the last"
_TIMEOUT = 30
"""Seconds for a session; the CPU time limit of inputs applies too."""
_OURS = "linter/lsp"
_TOO_EARLY = "has the server been initialized?"
"""Part of the library's response to requests before initialization."""


def messages(text: str) -> None:
    """Send each line of a text as the body of a message. Whatever they are, the next request must be answered, all
    messages of the server must be valid, and none of our handlers may fail."""
    bodies = text.split("\n")
    if '"initialize"' not in text:  # start most sessions correctly
        bodies = [*map(_body, OPENING), *bodies]
    sent: list[dict[str, Any]] = []
    ended = '"shutdown"' in text or "\\u" in text  # nothing is answered after it; it may be written with escapes
    try:
        asyncio.run(_session(bodies, sent))
    except SystemExit:  # from the message "exit"
        ended = True
    assert ended or any(message.get("id") == _LAST for message in sent), "the last request is not answered"
    for message in sent:
        if message.get("method") == "textDocument/publishDiagnostics":
            for found in message["params"]["diagnostics"]:
                start, end = (found["range"][edge] for edge in ("start", "end"))
                assert (0, 0) <= (start["line"], start["character"]) <= (end["line"], end["character"])
        assert "internal error" not in str(message.get("params")), message
        failed = str(message.get("error"))
        assert _OURS not in failed or _TOO_EARLY in failed, message


async def _session(bodies: list[str], sent: list[dict[str, Any]]) -> None:
    from threading import Event

    from pygls.io_ import run_async

    session, reader = _new_session(), asyncio.StreamReader(limit=2**30)
    session.server.protocol.set_writer(_Editor(reader, sent))
    for body in bodies:
        reader.feed_data(_framed(body))
    serving = asyncio.ensure_future(run_async(Event(), reader, session.server.protocol))
    await _until_quiet(serving)
    reader.feed_data(_framed(_body({"id": _LAST, "method": "medlint/none", "params": None})))
    reader.feed_eof()
    await serving


async def _until_quiet(serving: "asyncio.Future[None]") -> None:
    """Wait until all messages have been processed."""
    for _ in range(3):
        await asyncio.sleep(0)
    for _ in range(_TIMEOUT):
        tasks = asyncio.all_tasks() - {serving, asyncio.current_task()}
        if serving.done() or not tasks:
            return
        await asyncio.wait(tasks, timeout=1)
    raise AssertionError(f"still at work: {tasks}")


class _Editor:
    """Records all messages of the server, and answers its requests."""

    def __init__(self, reader: asyncio.StreamReader, sent: list[dict[str, Any]]) -> None:
        self._reader = reader
        self._sent = sent

    def write(self, data: bytes) -> None:
        head, _, body = data.partition(b"\r\n\r\n")
        assert head.startswith(b"Content-Length: %d\r\n" % len(body))
        message = json.loads(body)
        self._sent.append(message)
        if "method" in message and "id" in message:
            self._reader.feed_data(_framed(_body({"id": message["id"], "result": None})))

    def close(self) -> None:
        """Called when the server ends the session."""


def _new_session() -> "Session":
    from linter.lsp import server

    _quiet()
    server.DELAY = 0
    return server.Session()


@cache
def _quiet() -> None:
    for name in ("pygls", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _body(message: dict[str, Any]) -> str:
    return json.dumps({"jsonrpc": "2.0", **message})


def _framed(body: str) -> bytes:
    data = body.encode("utf-8", "surrogatepass")
    return b"Content-Length: %d\r\n\r\n" % len(data) + data
