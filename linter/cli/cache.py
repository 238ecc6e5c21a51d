"""``medlint cache``: show or clear the cache."""

import os
import sys
from collections.abc import Iterator

from linter.cli import exits
from linter.cli.exits import UsageError
from linter.files.kept import cache_folder
from linter.results import folder as results_folder
from linter.typed import Namespace


def cache(options: Namespace) -> int:
    """Show or clear the cache."""
    programs, results = list(_programs()), list(_results())
    if options.action == "info":
        size = sum(os.path.getsize(file) for file in (*programs, *results))
        sys.stdout.write(
            f"{cache_folder()}\n{len(programs)} compiled rule sets, {len(results)} results, {size:,} bytes\n"
        )
        return exits.CLEAN
    try:
        for file in (*programs, *results):
            os.unlink(file)
    except OSError as error:
        raise UsageError(f"cannot remove {error.filename}: {error.strerror}") from None
    sys.stderr.write(f"medlint: {len(programs)} compiled rule sets and {len(results)} results removed\n")
    return exits.CLEAN


def _programs() -> Iterator[str]:
    """The files of compiled rules; other files in the folder are left alone."""
    folder = cache_folder()
    if os.path.isdir(folder):
        yield from (os.path.join(folder, name) for name in os.listdir(folder) if name.startswith("program-"))


def _results() -> Iterator[str]:
    for part, _, names in os.walk(results_folder()):
        yield from (os.path.join(part, name) for name in names)
