"""``medlint completion``: print a shell script that completes commands, options and files."""

import argparse
import sys
from collections.abc import Iterator

from linter.cli import exits
from linter.cli.exits import UsageError
from linter.cli.parser import build_parser
from linter.reports import FORMATS

_FILES = ("PATH", "FILE", "NAME")


def completion(options: argparse.Namespace) -> int:
    """Print the completion script for a shell."""
    try:
        import shtab
    except ImportError:
        raise UsageError("completion needs one more package: pip install 'medlint[completion]'") from None
    parser = build_parser()
    for action in _actions(parser):
        if action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined] # read by shtab
        elif action.metavar == "DIR":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        elif action.metavar == "FORMAT[=FILE]":
            action.choices = FORMATS
    sys.stdout.write(shtab.complete(parser, options.shell) + "\n")
    return exits.CLEAN


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
