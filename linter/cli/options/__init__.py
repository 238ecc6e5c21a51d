"""The options of each command, and the function that runs it: a module for a command or a group of commands."""

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from linter.cli.arguments import Parser

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""The object that commands are added to."""


def run_by(name: str) -> Callable[[argparse.Namespace], int]:
    """Return a function that imports ``linter.cli.NAME`` and calls its function ``NAME``."""

    def run(options: argparse.Namespace) -> int:
        code: int = getattr(import_module(f"linter.cli.{name}"), name)(options)
        return code

    return run


def add_paths(command: argparse.ArgumentParser) -> None:
    """Add the paths of articles."""
    command.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and folders")


def add_choice(command: argparse.ArgumentParser) -> None:
    """Add the options that choose rules."""
    command.add_argument("--select", metavar="CODES", help="run only these codes, prefixes, names, families")
    command.add_argument("--ignore", metavar="CODES", help="do not run these rules")


def add_plugin(command: argparse.ArgumentParser) -> None:
    """Add the option that allows a plug-in to run."""
    command.add_argument(
        "--plugin", action="append", default=[], metavar="NAME", help="allow code of this installed plug-in"
    )
