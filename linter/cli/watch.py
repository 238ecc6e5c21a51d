"""``--watch``: articles are checked again when they are saved. Their times are looked at twice a second."""

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

PACE = 0.5
"""Seconds between two looks."""
State = dict[str, tuple[int, int]]
"""Path -> time and size."""


def watch(options: argparse.Namespace, check: Callable[[argparse.Namespace], int]) -> int:
    """Check what the options name, then what is saved, until the user interrupts."""
    before: tuple[State, State] = ({}, {})
    gone: set[str] = set()
    told = ""
    while True:
        try:
            missing = {path for path in options.paths if not os.path.lexists(path)}
            for path in sorted(missing - gone):
                sys.stderr.write(f"medlint: no such file or folder: {printable(path)}; it is waited for\n")
            gone = missing
            there = argparse.Namespace(
                **{**vars(options), "paths": [path for path in options.paths if path not in missing]}
            )
            now = _state(there)
            changed = sorted(path for path, mark in now[0].items() if before[0].get(path) != mark)
            # another configuration may judge every article otherwise
            paths = there.paths if now[1] != before[1] else changed
            if paths:
                check(argparse.Namespace(**{**vars(there), "paths": paths, "watch": False}))
                sys.stderr.write(f"medlint: watching {counted(len(now[0]), 'article')}; Ctrl+C ends it\n")
                sys.stdout.flush()
            before, told = now, ""
        except (UsageError, DataFileError, MissingPathError) as error:
            # whoever edits a configuration saves half of one now and then
            if str(error) != told:
                sys.stderr.write(f"medlint: {error}\n")
            before, told = ({}, {"": (0, 0)}), str(error)
        time.sleep(PACE)


def _state(options: argparse.Namespace) -> tuple[State, State]:
    """The articles and the configurations as they are."""
    configurations = Configurations(options.config, options.isolated)
    articles = find_articles(options.paths, configurations.excluded).paths
    files = {layer.file for path in (*articles, "./") for layer in configurations.of(path).layers}
    return _marks(articles), _marks(sorted(files))


def _marks(paths: "list[str] | tuple[str, ...]") -> State:
    marks = {}
    for path in paths:
        try:
            stat = os.stat(path)
        except OSError:  # it has gone in this moment
            continue
        marks[path] = (stat.st_mtime_ns, stat.st_size)
    return marks
