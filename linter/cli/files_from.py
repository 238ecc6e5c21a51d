"""``--files-from``: the articles are those that a list names."""

import os
import sys

from linter.cli.commands import UsageError
from linter.listed import ListError, listed_paths
from linter.typed import Namespace

_MOST = 100_000_000
"""Bytes of the largest list that is read."""


def read_list(options: Namespace) -> list[str]:
    """The paths of the list that the options name; ``-`` is standard input."""
    name: str = options.files_from
    if options.paths not in ([], ["."]):
        raise UsageError("--files-from stands alone; put the other paths into the list")
    if name == "-" and options.watch:
        raise UsageError("--watch goes with files, not with standard input")
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_MOST + 1)
        else:
            with open(name, "rb") as file:
                data = file.read(_MOST + 1)
    except OSError as error:
        raise UsageError(f"cannot read {name}: {error.strerror or error}") from None
    if len(data) > _MOST:
        raise UsageError(f"{name}: a list is not longer than {_MOST:,} bytes")
    try:
        return listed_paths(data, os.path.dirname(name))
    except ListError as error:
        raise UsageError(f"{name}: {error}") from None
