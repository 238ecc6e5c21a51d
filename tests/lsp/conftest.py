"""A server process and a client that acts as an editor."""

import sys

import pytest_lsp

from tests.lsp.editor import Editor

SERVER = pytest_lsp.ClientServerConfig([sys.executable, "-m", "linter", "lsp"], client_factory=Editor)


@pytest_lsp.fixture(config=SERVER)
async def fresh(lsp_client: Editor):
    """An editor that has only started the server."""
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=SERVER, scope="module")
async def editor(lsp_client: Editor):
    """An editor for all tests of a module, because a server takes a second to start."""
    await lsp_client.start()
    yield
    await lsp_client.shutdown_session()
