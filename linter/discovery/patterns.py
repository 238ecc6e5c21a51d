"""Expand patterns given as paths: quoted ones, and all on systems whose shell does not expand them."""

import os
from collections.abc import Callable

from linter.config.globs import decides, relative
from linter.discovery.walk import articles_below
from linter.outcome import FileError


def matching(pattern: str, kept: Callable[[str], bool], refused: list[FileError]) -> list[str]:
    """The articles that match a pattern; ``*`` does not match ``/``, ``**`` does. See :func:`articles_below`."""
    parts = pattern.replace(os.sep, "/").split("/")
    first = next((number for number, part in enumerate(parts) if {*part} & {*"*?["}), len(parts))
    folder = "/".join([*parts[:first], ""]) or "."
    if first == len(parts) or not os.path.isdir(folder):
        return []
    rest, top = ("/" + "/".join(parts[first:]),), os.path.normpath(folder)
    try:
        return [
            path
            for path in articles_below(folder, kept, refused)
            if decides(rest, path if top == os.curdir else relative(path, top) or "")
        ]
    except ValueError:  # an invalid pattern matches nothing
        return []
