"""Find the files that a run checks: named files, and the articles in named folders."""

import os
from collections.abc import Callable, Iterable

from linter.outcome import FileError
from linter.parsers import format_of, missing_extra
from linter.value import Struct

Excluded = Callable[[str], bool]
"""Whether a configuration excludes an article or a folder (ending in ``/``)."""


class MissingPathError(Exception):
    """A named path does not exist, or a pattern matches nothing."""


class Found(Struct, frozen=True):
    """The articles to check, sorted by path, and whether a configuration has excluded others.

    ``unread`` are articles in folders that need an extra of medlint, with its name; ``reports`` are medlint's own
    reports, which are checked only if named; ``refused`` are unreadable folders, and links out of the project.
    """

    paths: tuple[str, ...]
    excluded: bool = False
    unread: tuple[tuple[str, str], ...] = ()
    reports: tuple[str, ...] = ()
    refused: tuple[FileError, ...] = ()


def find_articles(paths: Iterable[str], excluded: Excluded = lambda _: False) -> Found:
    """Find the files to check, without duplicates.

    A named file is taken whatever its suffix. A folder or pattern yields its articles, except in hidden folders,
    ``walk.SKIPPED_FOLDERS`` and what ``.gitignore`` ignores. What ``excluded`` matches is never taken.

    Links to folders are not followed. A link to an article must lead to the same project (its repository, else the
    named folder), because outside it could expose any file that the user can read.

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
            from linter.discovery.walk import articles_below  # not needed for named files, as in hooks

            found.update(articles_below(path, kept, refused))
        elif os.path.lexists(path):
            if kept(path):
                named.add(os.path.normpath(path))
        else:
            from linter.discovery.patterns import matching  # most shells expand patterns

            matched = matching(path, kept, refused)
            if not matched and not left_out:
                raise MissingPathError(path)
            found.update(matched)
    unread = [(path, extra) for path in sorted(found - named) if (extra := missing_extra(format_of(path)))]
    reports = [path for path in sorted(found - named) if _is_report(path)]
    readable = (found | named).difference((path for path, _ in unread), reports)
    return Found(tuple(sorted(readable)), left_out, tuple(unread), tuple(reports), tuple(sorted(refused, key=_path_of)))


def _is_report(path: str) -> bool:
    if format_of(path) not in ("html", "text"):
        return False
    from linter.discovery.own_reports import is_report  # rarely needed

    return is_report(path)


def _path_of(error: FileError) -> str:
    return error.path
