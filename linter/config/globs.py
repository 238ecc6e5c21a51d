"""Patterns as in ``.gitignore``, relative to a folder."""

import os
from collections.abc import Callable, Iterator
from functools import lru_cache

from linter.expression import expression
from linter.typed import TYPE_CHECKING, Match

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_LONGEST = 1_000
_TOGETHER = 4_000
"""Characters of a pattern, and of those that one automaton looks for."""
_PLAIN = expression(
    r"(?a)(?:\*(?P<suffix>\.[\w.-]+)|(?P<root>/?)(?P<name>\.?[\w-][\w.-]*(?:/\.?[\w-][\w.-]*)*))(?P<end>/?)"
)


def relative(path: str, folder: str) -> str | None:
    """A path (absolute, a folder with ``/`` at its end) as patterns of a folder see it; None outside the folder."""
    prefix = folder if folder.endswith(os.sep) else folder + os.sep
    return path[len(prefix) :].replace(os.sep, "/") if path.startswith(prefix) else None


def decides(patterns: tuple[str, ...], path: str) -> bool | None:
    """Whether the patterns take a relative path in (True) or out again (False); None if they do not speak of it.

    Raises ``ValueError`` for a pattern that cannot be read.
    """
    return _decider(patterns)(path)


@lru_cache(256)
def _decider(patterns: tuple[str, ...]) -> Callable[[str], bool | None]:
    plain = [found for pattern in patterns if (found := _PLAIN.fullmatch(pattern))]
    # most files hold names and suffixes only; the library that reads all patterns takes as long to load as a run lasts
    if len(plain) == len(patterns):
        return lambda path: any(_meets(found, path) for found in plain) or None
    specs = [_spec(part) for part in _in_parts(patterns)][::-1]
    return lambda path: next((said for spec in specs if (said := spec.check_file(path).include) is not None), None)


def _in_parts(patterns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """As many patterns at a time as fit into one automaton."""
    first = size = 0
    for index, pattern in enumerate(patterns):
        if len(pattern) > _LONGEST:
            raise ValueError(f"a pattern of more than {_LONGEST:,} characters")
        if size + len(pattern) > _TOGETHER:
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
            simplefilter("ignore")  # that `[[` may one day mean another thing to Python is no concern of a writer
            return GitIgnoreSpec.from_lines(patterns)
    except PatternError as error:
        raise ValueError(f"a pattern that cannot be read: {error.msg}") from None


def _meets(pattern: "Match[str]", path: str) -> bool:
    suffix, name = pattern["suffix"], pattern["name"]
    if name and (pattern["root"] or "/" in name):
        return path.startswith(f"{name}/") or (path == name and not pattern["end"])
    parts = path.split("/")
    if pattern["end"] or not parts[-1]:
        parts.pop()
    return any(part.endswith(suffix) for part in parts) if suffix else name in parts
