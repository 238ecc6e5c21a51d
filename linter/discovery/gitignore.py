"""Apply the ``.gitignore`` files of a repository."""

import os
from collections.abc import Callable, Iterator

from linter.config.find import repository_of
from linter.config.globs import decides, relative
from linter.files.regular import open_regular

_MAX_IGNORES = 1_000_000
"""Bytes of a ``.gitignore`` that are read."""


class Ignores:
    """The ``.gitignore`` files that apply to a named folder and the folders below it.

    A named folder is searched even if it is ignored itself.
    """

    def __init__(self, top: str) -> None:
        self._known: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
        full = os.path.abspath(top)
        outer = tuple(_outer(full))
        self._outer = () if _ignored(outer, full + os.sep) else outer

    def of(self, folder: str) -> Callable[[str], bool]:
        """Return a function that tells whether a path in a folder is ignored."""
        full = os.path.abspath(folder)
        above = self._known.get(os.path.dirname(full), self._outer)
        own = _patterns(full)
        known = (*above, (full, own)) if own else above
        self._known[full] = known
        if not known:
            return lambda _: False
        return lambda path: _ignored(known, os.path.abspath(path) + (os.sep if path.endswith("/") else ""))


def _outer(folder: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The patterns above a folder, up to the root of the repository, outermost first; none outside a repository."""
    found: list[tuple[str, tuple[str, ...]]] = []
    root = repository_of(folder)
    while root and folder != root:
        folder = os.path.dirname(folder)
        if own := _patterns(folder):
            found.append((folder, own))
    yield from reversed(found)


def _patterns(folder: str) -> tuple[str, ...]:
    try:
        with open_regular(os.path.join(folder, ".gitignore")) as file:
            text = file.read(_MAX_IGNORES).decode("utf-8", "replace")
    except OSError:
        return ()
    lines = (line.rstrip("\r") for line in text.split("\n"))
    patterns = tuple(line for line in lines if line.strip() and not line.startswith("#"))
    # like git, skip invalid patterns
    return patterns if _are_valid(patterns) else tuple(pattern for pattern in patterns if _are_valid((pattern,)))


def _are_valid(patterns: tuple[str, ...]) -> bool:
    try:
        decides(patterns, "")
    except ValueError:
        return False
    return True


def _ignored(known: tuple[tuple[str, tuple[str, ...]], ...], path: str) -> bool:
    for folder, patterns in reversed(known):
        inside = relative(path, folder)
        verdict = None if inside is None else decides(patterns, inside)
        if verdict is not None:
            return verdict
    return False
