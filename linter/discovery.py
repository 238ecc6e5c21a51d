"""Which files a run checks: the paths that were named, and the articles in the folders that were named."""

import os
from collections.abc import Callable, Iterable, Iterator

from linter.config.globs import decides, relative
from linter.files.regular import open_regular
from linter.parsers import SUFFIXES, format_of, missing_extra
from linter.report import GENERATOR, FileError, Kind
from linter.typed import Path
from linter.value import Struct

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "build", "dist", "site-packages"})
Excluded = Callable[[str], bool]
"""Whether a configuration excludes an article or a folder (``/`` at its end)."""


NAMED_ONLY = frozenset({".xml", ".jinja", ".jinja2", ".j2", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"})
"""Suffixes of articles that most files of the kind are not: these are checked where they are named. A template is found
in a folder all the same when its name says what it makes, as ``page.html.j2`` does."""


_LOCK = "~$"
"""What Word puts before the name of a file that it has open."""
_NO_PAGES = frozenset({".test", ".spec", ".stories"})
"""Web code that is about a page: its tests, its display among the components."""


_HEAD = 4096
"""Bytes of a page that are read to see whether it is a report."""
_MAX_IGNORES = 1_000_000
"""Bytes that are read of a ``.gitignore``."""


class MissingPathError(Exception):
    """A path that was named and does not exist."""


class Found(Struct, frozen=True):
    """The articles to check, in order of path, and whether a configuration has excluded others.

    ``unread`` are articles in folders that cannot be read here, with the extra of medlint that each of them needs;
    ``reports`` are pages of medlint's own, which quote articles; whoever wants one checked names it.
    ``refused`` are folders that may not be looked into, and links that lead out of the project.
    """

    paths: tuple[str, ...]
    excluded: bool = False
    unread: tuple[tuple[str, str], ...] = ()
    reports: tuple[str, ...] = ()
    refused: tuple[FileError, ...] = ()


def find_articles(paths: Iterable[str], excluded: Excluded = lambda _: False) -> Found:
    """The files to check, without repetition.

    A file that is named is taken whatever its suffix; a folder gives its articles, without hidden folders, those of
    :data:`SKIPPED_FOLDERS` and what ``.gitignore`` leaves out. What ``excluded`` names is never taken.

    Links to folders are not followed. A link to an article is taken where the article lies in the same project (its
    repository, else the folder that was named): what leads out of it could be anything that the user may read.

    Raises :class:`MissingPathError`.
    """
    found: set[str] = set()
    named: set[str] = set()
    refused: list[FileError] = []
    left_out = False

    def kept(path: str) -> bool:
        nonlocal left_out
        out = excluded(path)
        left_out |= out
        return not out

    for path in paths:
        if os.path.isdir(path):
            found.update(_articles_below(path, kept, refused))
        elif os.path.lexists(path):
            if kept(path):
                named.add(os.path.normpath(path))
        else:
            raise MissingPathError(path)
    unread = [(path, extra) for path in sorted(found - named) if (extra := missing_extra(format_of(path)))]
    reports = [path for path in sorted(found - named) if format_of(path) == "html" and _is_report(path)]
    readable = (found | named).difference((path for path, _ in unread), reports)
    return Found(tuple(sorted(readable)), left_out, tuple(unread), tuple(reports), tuple(sorted(refused, key=_path_of)))


def _is_report(path: str) -> bool:
    try:
        with open_regular(path) as file:
            return GENERATOR.encode() in file.read(_HEAD)
    except OSError:
        return False  # it is told when it is checked


def _path_of(error: FileError) -> str:
    return error.path


def _articles_below(top: str, kept: Callable[[str], bool], refused: list[FileError]) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        refused.append(FileError(os.path.normpath(error.filename), error.strerror or str(error), Kind.INPUT))

    ignores = _Ignores(top)
    project = _project(top)
    for root, folders, files in os.walk(top, onerror=refuse):  # symlinked folders are not followed: there are no loops
        ignored = ignores.of(root)
        folders[:] = [
            name
            for name in folders
            if name not in SKIPPED_FOLDERS
            and not name.startswith(".")
            and not ignored(f"{root}/{name}/")
            and kept(f"{root}/{name}/")
        ]
        for name in files:
            if _is_page(name) and not name.startswith("."):
                path = os.path.normpath(os.path.join(root, name))
                if not ignored(path) and kept(path):
                    if os.path.islink(path) and relative(os.path.realpath(path), project) is None:
                        refused.append(FileError(path, f"is a link that leads out of {project}; name it", Kind.INPUT))
                    else:
                        yield path


def _project(top: str) -> str:
    """The real path of the repository that a folder lies in, else of the folder itself."""
    folder = start = os.path.realpath(top)
    while not os.path.lexists(f"{folder}/.git"):
        above = os.path.dirname(folder)
        if above == folder:
            return start
        folder = above
    return folder


def is_article(name: str) -> bool:
    """Whether a file of this name in a folder is taken for an article: it has to be one that can be read here."""
    return _is_page(name) and not missing_extra(format_of(name))


def _is_page(name: str) -> bool:
    """Whether a file of this name is an article, whether it can be read here or not."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes[-2:]]
    if not suffixes or suffixes[-1] not in SUFFIXES or name.startswith(_LOCK) or suffixes[0] in _NO_PAGES:
        return False
    return suffixes[-1] not in NAMED_ONLY or SUFFIXES.get(suffixes[0]) == "html"


class _Ignores:
    """The ``.gitignore`` files that speak of a folder that was named, and of the folders in it.

    A folder that is named is looked into even if it is ignored itself: whoever names it wants it.
    """

    def __init__(self, top: str) -> None:
        self._known: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
        full = os.path.abspath(top)
        outer = tuple(_outer(full))
        self._outer = () if _ignored(outer, full + os.sep) else outer

    def of(self, folder: str) -> Excluded:
        """Whether a path in a folder is ignored."""
        full = os.path.abspath(folder)
        above = self._known.get(os.path.dirname(full), self._outer)
        own = _patterns(full)
        known = (*above, (full, own)) if own else above
        self._known[full] = known
        if not known:
            return lambda _: False
        return lambda path: _ignored(known, os.path.abspath(path) + (os.sep if path.endswith("/") else ""))


def _outer(folder: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files above a folder, up to the root of the repository, the outermost first; none outside a repository."""
    found: list[tuple[str, tuple[str, ...]]] = []
    while not os.path.lexists(f"{folder}/.git"):
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above
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
    # git passes over a pattern that it cannot read
    return patterns if _are_read(patterns) else tuple(pattern for pattern in patterns if _are_read((pattern,)))


def _are_read(patterns: tuple[str, ...]) -> bool:
    try:
        decides(patterns, "")
    except ValueError:
        return False
    return True


def _ignored(known: tuple[tuple[str, tuple[str, ...]], ...], path: str) -> bool:
    for folder, patterns in reversed(known):
        inside = relative(path, folder)
        said = None if inside is None else decides(patterns, inside)
        if said is not None:
            return said
    return False
