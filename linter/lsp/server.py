"""The server of an editor session: handles its notifications and requests, and publishes findings."""

import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import partial
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from linter.lsp.actions import KINDS, actions
from linter.lsp.check import Checked
from linter.lsp.client import Client
from linter.lsp.diagnostics import Link, diagnostics
from linter.lsp.grades import grades
from linter.lsp.hover import hover
from linter.lsp.latest import Latest
from linter.lsp.log import log_in_lines
from linter.lsp.plans import Plans
from linter.lsp.rule_pages import RulePages
from linter.lsp.settings import Settings, SettingsError, read_settings
from linter.version import VERSION

DELAY = 0.15
"""Seconds after the last keystroke before an article is checked again."""
_WATCHED = "**/*.{toml,yaml,yml,json}"
"""Configurations, the files they extend, custom rules, waivers, baselines and approved claims."""


class Session:
    """A session with one editor. ``server`` implements the protocol; settings and plans are replaced on changes."""

    def __init__(self) -> None:
        # full texts: for incremental changes, the library would split lines in its own way
        self.server = LanguageServer("medlint", VERSION, types.TextDocumentSyncKind.Full)
        self._client = Client(self.server)
        self._settings = Settings()
        self._plans = Plans()
        self._latest = Latest()
        self._pages = RulePages()
        self._pending: dict[str, asyncio.Task[None]] = {}
        handlers: dict[str, Callable[..., Any]] = {
            types.INITIALIZE: self._initialize,
            types.INITIALIZED: self._initialized,
            types.TEXT_DOCUMENT_DID_OPEN: self._opened,
            types.TEXT_DOCUMENT_DID_CHANGE: self._changed,
            types.TEXT_DOCUMENT_DID_SAVE: self._saved,
            types.TEXT_DOCUMENT_DID_CLOSE: self._closed,
            types.TEXT_DOCUMENT_HOVER: self._hover,
            types.TEXT_DOCUMENT_INLAY_HINT: self._grades,
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: self._configured,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._files_changed,
        }
        for method, handler in handlers.items():
            self.server.feature(method)(partial(handler))
        kinds = types.CodeActionOptions(list(KINDS))
        self.server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(partial(self._actions))

    def _initialize(self, params: types.InitializeParams) -> None:
        self._set(params.initialization_options)
        self._plans = self._new_plans()

    async def _initialized(self, _: types.InitializedParams) -> None:
        """Watch configurations for changes; without support for this, they are read again when an article is saved."""
        await self._client.watch(_WATCHED)

    async def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        await self._publish(params.text_document.uri)

    async def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        self._publish_soon(params.text_document.uri)

    async def _saved(self, _: types.DidSaveTextDocumentParams) -> None:
        self._reload()

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if pending := self._pending.pop(uri, None):
            pending.cancel()
        self._latest.forget(uri)
        self._client.show(uri, [])

    async def _hover(self, params: types.HoverParams) -> types.Hover | None:
        checked = await self._check(params.text_document.uri)
        return None if checked is None else hover(checked, params.position)

    async def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        checked = await self._check(params.text_document.uri)
        if checked is None:
            return None
        span = checked.positions.span(params.range)
        return actions(checked, span, params.context.only, self._link(checked), self._client.abilities)

    async def _grades(self, params: types.InlayHintParams) -> list[types.InlayHint] | None:
        """The reading grades, once the writer pauses: some editors ask at every keystroke."""
        uri = params.text_document.uri
        while (pending := self._pending.get(uri)) and not pending.done():
            await asyncio.wait([pending])
        checked = await self._check(uri) if self._settings.grades else None
        return None if checked is None else grades(checked, params.range)

    async def _configured(self, params: types.DidChangeConfigurationParams) -> None:
        self._set(params.settings)
        self._reload()

    async def _files_changed(self, _: types.DidChangeWatchedFilesParams) -> None:
        self._reload()

    def _set(self, settings: Any) -> None:
        try:
            self._settings = read_settings(settings)
        except SettingsError as error:
            self._client.show_message(str(error))

    def _reload(self) -> None:
        """Read the configurations again and recheck all open articles."""
        self._plans = self._new_plans()
        for uri in self._client.uris():
            self._publish_soon(uri)

    def _new_plans(self) -> Plans:
        return Plans(self._settings.config, self._client.folder)

    def _publish_soon(self, uri: str) -> None:
        if pending := self._pending.get(uri):
            pending.cancel()
        self._pending[uri] = asyncio.get_running_loop().create_task(self._publish(uri, DELAY))

    async def _publish(self, uri: str, delay: float = 0) -> None:
        """Check an article and show its findings, unless it has been changed or closed meanwhile."""
        await asyncio.sleep(delay)
        try:
            checked = await self._check(uri)
        except asyncio.CancelledError:  # another version is checked instead
            return
        except Exception as error:  # noqa: BLE001 - a bug must not end the session
            self._client.show_message(f"internal error; please report it: {type(error).__name__}: {error}")
            return
        self._client.log(self._plans.notes)
        now = self._client.article(uri)
        if checked is not None and now is not None and now.version == checked.article.version:
            self._client.show(uri, diagnostics(checked, self._link(checked)), now.version)

    def _link(self, checked: Checked) -> Link:
        """Return a function that gives the address of the page of a finding's rule."""
        plan = checked.plan
        return lambda violation: "" if plan is None else self._pages.address(violation.code, plan.program)

    async def _check(self, uri: str) -> Checked | None:
        """Check the current version of an article; None if the document is not an article."""
        article = self._client.article(uri)
        return None if article is None else await self._latest.of(article, self._plans)


def serve() -> None:
    """Serve an editor over standard input and output until it ends the session."""
    log_in_lines()
    # a duplicate, because the library closes its output; and other prints must not break the protocol
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stream, redirect_stdout(sys.stderr):
        Session().server.start_io(sys.stdin.buffer, stream)
