"""Match ``.gitignore`` patterns, relative to a folder."""

import os
from collections.abc import Callable, Iterator
from functools import lru_cache

from linter.expression import expression
from linter.typed import TYPE_CHECKING, Match

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_MAX_LENGTH = 1_000
_MAX_BATCH = 4_000
"""Maximum characters of a pattern, and of all patterns in one automaton."""
_PLAIN = expression(
    r"(?a)(?:\*(?P<suffix>\.[\w.-]+)|(?P<root>/?)(?P<name>\.?[\w-][\w.-]*(?:/\.?[\w-][\w.-]*)*))(?P<end>/?)"
)


def relative(path: str, folder: str) -> str | None:
    """Make an absolute path (a folder ends in ``/``) relative to a folder, for its patterns; None if it is outside."""
    prefix = folder if folder.endswith(os.sep) else folder + os.sep
    return path[len(prefix) :].replace(os.sep, "/") if path.startswith(prefix) else None


def decides(patterns: tuple[str, ...], path: str) -> bool | None:
    """Whether the patterns include (True) or re-exclude (False) a relative path; None if no pattern matches.

    Raises ``ValueError`` for an invalid pattern.
    """
    return _decider(patterns)(path)


@lru_cache(256)
def _decider(patterns: tuple[str, ...]) -> Callable[[str], bool | None]:
    plain = [found for pattern in patterns if (found := _PLAIN.fullmatch(pattern))]
    # most files have only names and suffixes; importing the full pattern library takes as long as a whole run
    if len(plain) == len(patterns):
        return lambda path: any(_meets(found, path) for found in plain) or None
    specs = [_spec(part) for part in _batches(patterns)][::-1]
    return lambda path: next((found for spec in specs if (found := spec.check_file(path).include) is not None), None)


def _batches(patterns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Split patterns into batches that fit into one automaton each."""
    first = size = 0
    for index, pattern in enumerate(patterns):
        if len(pattern) > _MAX_LENGTH:
            raise ValueError(f"a pattern longer than {_MAX_LENGTH:,} characters")
        if size + len(pattern) > _MAX_BATCH:
            yield patterns[first:index]
            first, size = index, 0
        size += len(pattern)
    yield patterns[first:]


def _spec(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from re import error as PatternError  # noqa: N812 - its own name says nothing
    from warnings import catch_warnings, simplefilter

    from pathspec import GitIgnoreSpec

    try:
        with catch_warnings():
            simplefilter("ignore")  # writers need no warning that Python may give `[[` a new meaning
            return GitIgnoreSpec.from_lines(patterns)
    except PatternError as error:
        raise ValueError(f"a pattern cannot be read: {error.msg}") from None


def _meets(pattern: "Match[str]", path: str) -> bool:
    suffix, name = pattern["suffix"], pattern["name"]
    if name and (pattern["root"] or "/" in name):
        return path.startswith(f"{name}/") or (path == name and not pattern["end"])
    parts = path.split("/")
    if pattern["end"] or not parts[-1]:
        parts.pop()
    return any(part.endswith(suffix) for part in parts) if suffix else name in parts
