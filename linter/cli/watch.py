"""``--watch``: check articles again when they are saved, by polling their modification times."""

import argparse
import os
import sys
import time
from collections.abc import Callable

from linter.cli.exits import UsageError
from linter.config.find import Configurations
from linter.discovery import MissingPathError, find_articles
from linter.files.data import DataFileError
from linter.reports.terminal import printable
from linter.reports.wording import counted

INTERVAL = 0.5
"""Seconds between two polls."""
State = dict[str, tuple[int, int]]
"""Maps paths to modification time and size."""


def watch(options: argparse.Namespace, check: Callable[[argparse.Namespace], int]) -> int:
    """Check the articles, then those that are saved, until interrupted."""
    before: tuple[State, State] = ({}, {})
    reported: set[str] = set()
    last_error = ""
    while True:
        try:
            missing = {path for path in options.paths if not os.path.lexists(path)}
            for path in sorted(missing - reported):
                sys.stderr.write(f"medlint: no such file or folder: {printable(path)}; waiting for it\n")
            reported = missing
            present = argparse.Namespace(
                **{**vars(options), "paths": [path for path in options.paths if path not in missing]}
            )
            now = _state(present)
            changed = sorted(path for path, mark in now[0].items() if before[0].get(path) != mark)
            # a changed configuration affects all articles
            paths = present.paths if now[1] != before[1] else changed
            if paths:
                check(argparse.Namespace(**{**vars(present), "paths": paths, "watch": False}))
                sys.stderr.write(f"medlint: watching {counted(len(now[0]), 'article')}; press Ctrl+C to stop\n")
                sys.stdout.flush()
            before, last_error = now, ""
        except (UsageError, DataFileError, MissingPathError) as error:
            # a configuration may be saved half-edited
            if str(error) != last_error:
                sys.stderr.write(f"medlint: {error}\n")
            before, last_error = ({}, {"": (0, 0)}), str(error)
        time.sleep(INTERVAL)


def _state(options: argparse.Namespace) -> tuple[State, State]:
    """The current state of the articles and the configurations."""
    configurations = Configurations(options.config, options.isolated)
    articles = find_articles(options.paths, configurations.excluded).paths
    files = {layer.file for path in (*articles, "./") for layer in configurations.of(path).layers}
    return _marks(articles), _marks(sorted(files))


def _marks(paths: "list[str] | tuple[str, ...]") -> State:
    marks = {}
    for path in paths:
        try:
            stat = os.stat(path)
        except OSError:  # just deleted
            continue
        marks[path] = (stat.st_mtime_ns, stat.st_size)
    return marks
