"""``medlint lsp``: run the language server."""

from importlib.util import find_spec

from linter.cli import exits
from linter.cli.exits import UsageError
from linter.typed import Namespace


def lsp(_: Namespace) -> int:
    """Serve an editor over standard input and output."""
    if find_spec("pygls") is None:
        raise UsageError("to serve editors, install it with: pip install 'medlint[lsp]'")
    from linter.lsp.server import serve

    try:
        serve()
    except (ValueError, OverflowError, MemoryError):
        # the library allocates the length that a message declares
        raise UsageError("the editor sent a message that is too long to read; restart the editor") from None
    return exits.CLEAN
