"""Which files a run checks: the paths that were named, and the articles in the folders that were named."""

import os
from collections.abc import Callable, Iterable

from linter.outcome import FileError
from linter.parsers import format_of, missing_extra
from linter.value import Struct

Excluded = Callable[[str], bool]
"""Whether a configuration excludes an article or a folder (``/`` at its end)."""


class MissingPathError(Exception):
    """A path that was named and does not exist, or a pattern that takes nothing in."""


class Found(Struct, frozen=True):
    """The articles to check, in order of path, and whether a configuration has excluded others.

    ``unread`` are articles in folders that cannot be read here, with the extra of medlint that each of them needs;
    ``reports`` are medlint's own, which quote articles; whoever wants one checked names it.
    ``refused`` are folders that may not be looked into, and links that lead out of the project.
    """

    paths: tuple[str, ...]
    excluded: bool = False
    unread: tuple[tuple[str, str], ...] = ()
    reports: tuple[str, ...] = ()
    refused: tuple[FileError, ...] = ()


def find_articles(paths: Iterable[str], excluded: Excluded = lambda _: False) -> Found:
    """The files to check, without repetition.

    A file that is named is taken whatever its suffix; a folder or a pattern gives its articles, without hidden folders,
    those of ``walk.SKIPPED_FOLDERS`` and what ``.gitignore`` leaves out. What ``excluded`` names is never taken.

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
            from linter.discovery.walk import articles_below  # hooks name articles

            found.update(articles_below(path, kept, refused))
        elif os.path.lexists(path):
            if kept(path):
                named.add(os.path.normpath(path))
        else:
            from linter.discovery.patterns import matching  # shells expand them, as a rule

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
    from linter.discovery.own_reports import is_report  # as above

    return is_report(path)


def _path_of(error: FileError) -> str:
    return error.path
