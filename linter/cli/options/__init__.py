"""The options of each command, and what runs it: a module for a command or for a few that belong together."""

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from linter.cli.arguments import Parser

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""What a command is added to."""


def run_by(name: str) -> Callable[[argparse.Namespace], int]:
    """What runs a command: the function ``NAME`` of ``linter.cli.NAME``, a module that is imported when it runs."""

    def run(options: argparse.Namespace) -> int:
        code: int = getattr(import_module(f"linter.cli.{name}"), name)(options)
        return code

    return run


def add_paths(command: argparse.ArgumentParser) -> None:
    """The articles that a command is about."""
    command.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and folders")


def add_choice(command: argparse.ArgumentParser) -> None:
    """Which rules run."""
    command.add_argument("--select", metavar="CODES", help="only these codes, prefixes, names, families")
    command.add_argument("--ignore", metavar="CODES", help="not these rules")


def add_plugin(command: argparse.ArgumentParser) -> None:
    """Whose code may run."""
    command.add_argument(
        "--plugin", action="append", default=[], metavar="NAME", help="let this installed package's rule run"
    )
