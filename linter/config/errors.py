"""Errors of a configuration, with their place in the file."""

import os
from functools import lru_cache

from linter.files.data import MAX_MISTAKES, DataFileError, read_text, read_yaml, yaml_place
from linter.source import SourceText
from linter.typed import Any, Path


class ConfigError(DataFileError):
    """A configuration is invalid; see :class:`DataFileError`."""


Problem = tuple[tuple[str | int, ...], str]
"""The path of a value in a file, and what is wrong with it."""


def wrong(file: str, *problems: Problem) -> ConfigError:
    """Return the error for all problems of a file."""
    lines = [_line(file, *problem) for problem in problems[:MAX_MISTAKES]]
    return ConfigError(*lines, *(problem for _, problem in problems[MAX_MISTAKES:]))  # the rest is only counted


def _line(file: str, path: tuple[str | int, ...], problem: str) -> str:
    line, column = place(file, path)
    return f"{shown(file)}:{line}:{column}: {problem}"


def shown(file: str) -> str:
    """The path of a file as messages show it: relative if it is below the working directory."""
    try:
        relative = os.path.relpath(file)
    except ValueError:  # another drive
        return file
    return file if relative.startswith("..") else relative


def place(file: str, path: tuple[str | int, ...]) -> tuple[int, int]:
    """The 1-based line and column of the deepest part of a path that a file contains."""
    text = read_text(Path(file))
    inner = ("tool", "medlint", *path) if Path(file).name == "pyproject.toml" else path
    if not file.endswith(".toml"):
        return yaml_place(_yaml(file, text), inner)
    source, places = _toml(file, text)
    known = [inner[:length] for length in range(len(inner), 0, -1) if inner[:length] in places]
    at = source.position(places[known[0]] if known else 0)
    return at.line, at.column


# the text is part of the cache key, because a language server reads a file again after it has been edited
@lru_cache(8)
def _toml(file: str, text: str) -> tuple[SourceText, dict[tuple[str | int, ...], int]]:
    from linter.config.toml_places import toml_places

    return SourceText(file, text), toml_places(text)


@lru_cache(8)
def _yaml(file: str, _text: str) -> Any:
    return read_yaml(Path(file), positions=True)
