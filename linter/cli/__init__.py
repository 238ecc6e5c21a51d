"""The command line: one module a command."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run medlint and return its exit code; see ``linter.cli.exits``."""
    # a command's module and what it needs are imported only when the command runs
    from linter.cli.commands import run

    return run(list(sys.argv[1:] if arguments is None else arguments))
