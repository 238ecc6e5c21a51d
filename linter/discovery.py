"""Which files a run checks: the paths that were named, and the articles in the folders that were named."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.parsers import SUFFIXES

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "build", "dist", "site-packages"})


NAMED_ONLY = frozenset({".xml", ".jinja", ".jinja2", ".j2"})
"""Suffixes of articles that most files of the kind are not: these are checked where they are named. A template is found
in a folder all the same when its name says what it makes, as ``page.html.j2`` does."""


class MissingPathError(Exception):
    """A path that was named and does not exist."""


def find_articles(paths: Iterable[str]) -> list[str]:
    """The files to check, without repetition, in order of path.

    A file that is named is taken whatever its suffix; a folder gives its articles, hidden folders and those of
    :data:`SKIPPED_FOLDERS` left out. Raises :class:`MissingPathError`.
    """
    found: set[str] = set()
    for path in paths:
        if Path(path).is_dir():
            found.update(_articles_below(path))
        elif Path(path).exists() or Path(path).is_symlink():
            found.add(os.path.normpath(path))
        else:
            raise MissingPathError(path)
    return sorted(found)


def _articles_below(folder: str) -> Iterator[str]:
    for root, folders, files in os.walk(folder):  # symlinked folders are not followed, so there are no loops
        folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS and not name.startswith(".")]
        for name in files:
            if is_article(name) and not name.startswith("."):
                yield os.path.normpath(os.path.join(root, name))  # noqa: PTH118 - Path costs a third of the walk


def is_article(name: str) -> bool:
    """Whether a file of this name in a folder is taken for an article."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes[-2:]]
    if not suffixes or suffixes[-1] not in SUFFIXES:
        return False
    return suffixes[-1] not in NAMED_ONLY or SUFFIXES.get(suffixes[0]) == "html"
