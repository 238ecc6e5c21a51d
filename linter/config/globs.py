"""Patterns as in ``.gitignore``, relative to a folder."""

import os
from functools import lru_cache

from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def relative(path: str, folder: str) -> str | None:
    """A path (absolute, a folder with ``/`` at its end) as patterns of a folder see it; None outside the folder."""
    prefix = folder if folder.endswith(os.sep) else folder + os.sep
    return path[len(prefix) :].replace(os.sep, "/") if path.startswith(prefix) else None


def decides(patterns: tuple[str, ...], path: str) -> bool | None:
    """Whether the patterns take a relative path in (True) or out again (False); None if they do not speak of it.

    Raises ``ValueError`` for a pattern that cannot be read.
    """
    return _spec(patterns).check_file(path).include


@lru_cache(256)
def _spec(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # slow to import, and few runs have patterns

    return GitIgnoreSpec.from_lines(patterns)
