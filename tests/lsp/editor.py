"""A headless editor: it opens articles, types, and waits for the diagnostics of a version."""

import asyncio
from pathlib import Path

import pytest_lsp
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from linter.lsp.positions import ClientPositions
from linter.source import SourceText

TIMEOUT = 60
LANGUAGES = {".md": "markdown", ".mdx": "mdx", ".html": "html", ".txt": "plaintext"}


class Editor(pytest_lsp.LanguageClient):
    """A client that keeps everything that is published, in order."""

    def __init__(self):
        super().__init__(converter_factory=default_converter)
        self.published = []
        self.watched = []
        self.logged = []
        self._news = asyncio.Event()
        register_lsp_features(
            self,
            DEFAULT_CLIENT_FEATURES
            | {
                types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: self.keep.__func__,
                types.CLIENT_REGISTER_CAPABILITY: self.register.__func__,
                types.WINDOW_LOG_MESSAGE: self.hear.__func__,
            },
        )

    def keep(self: "Editor", params: types.PublishDiagnosticsParams):
        self.published.append(params)
        self._news.set()

    def hear(self: "Editor", params: types.LogMessageParams):
        self.logged.append(params.message)

    def register(self: "Editor", params: types.RegistrationParams):
        self.watched += [registration.method for registration in params.registrations]

    async def start(self, folder: Path | None = None, name: str = "visual-studio-code", options=None):
        capabilities = pytest_lsp.client_capabilities(name)
        uri = None if folder is None else folder.as_uri()
        folders = [] if folder is None else [types.WorkspaceFolder(uri, folder.name)]
        return await self.initialize_session(
            types.InitializeParams(
                capabilities, root_uri=uri, workspace_folders=folders, initialization_options=options
            )
        )

    def open(self, uri: str, text: str, language: str = ""):
        language = language or LANGUAGES.get(Path(uri).suffix, "")
        self.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text)))

    def type(self, uri: str, text: str, version: int):
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def close(self, uri: str):
        self.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    async def wait_for(self, uri: str, version: int | None = 1, since: int = 0):
        """Wait for the diagnostics of a version, ignoring the first ``since`` that were published."""
        async with asyncio.timeout(TIMEOUT):
            while True:
                self._news.clear()
                for params in self.published[since:]:
                    if (params.uri, params.version) == (uri, version):
                        return list(params.diagnostics)
                await self._news.wait()

    async def open_and_wait(self, uri: str, text: str, language: str = ""):
        self.open(uri, text, language)
        return await self.wait_for(uri)

    async def do(self, uri: str, place: types.Range, text: str, only=None):
        """The actions for a range, each with the resulting text."""
        context = types.CodeActionContext([], only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        actions = await self.text_document_code_action_async(params)
        return [(action, _edited(text, _edits(action.edit, uri))) for action in actions]


def _edits(edit: types.WorkspaceEdit, uri: str):
    return edit.document_changes[0].edits if edit.document_changes else edit.changes[uri]


def _edited(text: str, edits) -> str:
    positions = ClientPositions(SourceText("", text))
    for edit in sorted(edits, key=lambda edit: edit.range.start, reverse=True):
        span = positions.span(edit.range)
        text = text[: span.start] + edit.new_text + text[span.end :]
    return text


def codes(diagnostics):
    return [diagnostic.code for diagnostic in diagnostics]
