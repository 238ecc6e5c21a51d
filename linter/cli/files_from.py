"""``--files-from``: read the paths of articles from a list."""

import codecs
import os
import sys

from linter.cli.exits import UsageError
from linter.discovery.listed import ListError, listed_paths
from linter.outcome import FileError, Kind
from linter.typed import Namespace

_MAX_BYTES = 100_000_000
"""Maximum size of a list."""


def read_list(options: Namespace) -> tuple[list[str], list[FileError]]:
    """Read the list and return its existing paths, and an error for each missing one; ``-`` is standard input."""
    name: str = options.files_from
    if options.paths:
        raise UsageError("--files-from cannot be combined with paths; add them to the list")
    if name == "-" and options.watch:
        raise UsageError("--watch works on files, not on standard input")
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_MAX_BYTES + 1)
        else:
            with open(name, "rb") as file:
                data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"cannot read {name}: {error.strerror or error}") from None
    if len(data) > _MAX_BYTES:
        raise UsageError(f"{name}: the list is larger than {_MAX_BYTES:,} bytes")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UsageError(f"{name}: the list is in UTF-16; save it as UTF-8")
    try:
        paths = listed_paths(data, os.path.dirname(name))
    except ListError as error:
        raise UsageError(f"{name}: {error}") from None
    missing = [FileError(path, "no such file or folder", Kind.INPUT) for path in paths if not os.path.lexists(path)]
    return [path for path in paths if os.path.lexists(path)], missing
