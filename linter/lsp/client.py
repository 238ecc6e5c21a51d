"""The client side of a session: what the editor supports, its open articles, and messages to it."""

from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from linter.lsp.actions import Abilities
from linter.lsp.check import Open, article_path


class Client:
    """The client of a server."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._logged: set[str] = set()

    @property
    def folder(self) -> str:
        """The folder that the editor has open; empty for none."""
        return self._server.workspace.root_path or ""

    @property
    def abilities(self) -> Abilities:
        """The kinds of edits that the client supports."""
        workspace = self._server.client_capabilities.workspace
        edits = workspace and workspace.workspace_edit
        return Abilities(bool(edits and edits.document_changes), bool(edits and edits.snippet_edit_support))

    def uris(self) -> list[str]:
        """The addresses of the open documents."""
        return [document.uri for document in self._server.workspace.text_documents.values()]

    def article(self, uri: str) -> Open | None:
        """The current state of an open document; None if it is closed or not an article."""
        workspace = self._server.workspace
        document = workspace.text_documents.get(unquote(uri))
        if document is None:
            return None
        saved = uri.startswith("file:")
        path = document.path if saved else f"{workspace.root_path or '.'}/{document.filename}"
        path = article_path(path, document.language_id or "", saved)
        if path is None:
            return None
        return Open(uri, document.version or 0, path, document.source, workspace.position_encoding or "utf-16")

    async def watch(self, pattern: str) -> None:
        """Subscribe to file changes, if the client supports it."""
        workspace = self._server.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(pattern)])
            registration = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await self._server.client_register_capability_async(types.RegistrationParams([registration]))

    def show(self, uri: str, diagnostics: Sequence[types.Diagnostic], version: int | None = None) -> None:
        """Replace the diagnostics of a document."""
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def log(self, lines: Iterable[str]) -> None:
        """Write lines to the editor's log, each once per session."""
        for line in sorted(set(lines) - self._logged):
            self._logged.add(line)
            self._server.window_log_message(types.LogMessageParams(types.MessageType.Warning, line))

    def show_message(self, message: str) -> None:
        """Show a warning to the user."""
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))
