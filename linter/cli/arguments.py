"""The argument parser: errors are one line with a hint, and help has one line for each option."""

import argparse
import os
from collections.abc import Sequence

from linter.cli import exits
from linter.hints import nearest
from linter.typed import Any, NoReturn

EQUIVALENTS = {
    "--fix": "medlint fix",
    "--version": "medlint --version",
    "--init": "medlint init",
    "--print-config": "medlint config PATH",
    "--show-settings": "medlint config PATH",
    "--exclude": "exclude = ['DIR/'] in medlint.toml",
    "--ignore-pattern": "exclude = ['DIR/'] in medlint.toml",
    "--output-format": "--format",
    "--reporter": "--format",
    "--no-color": "--color never",
    "--formatter": "--format",
    "--json": "-f json",
    "--write-baseline": "medlint baseline",
    "--unsafe-fixes": "medlint fix --suggested",
    "--dry-run": "medlint fix --diff",
    "--no-inline-config": "--no-suppressions",
    "--no-eslintrc": "--isolated",
    "--no-config": "--isolated",
    "--show-files": "--list-files",
    "--enable": "--select",
    "--rule": "--select",
    "--disable": "--ignore",
    "--level": "--fail-on",
    "--severity": "--fail-on",
    "--minAlertLevel": "--fail-on",
    "--no-exit": "--exit-zero",
    "--baseline-commit": "--diff",
    "--sarif": "-f sarif",
    "lint": "medlint check",
    "run": "medlint check",
    "rule": "medlint explain CODE",
    "server": "medlint lsp",
    "clean": "medlint cache clear",
    "version": "medlint --version",
}
"""The medlint equivalents of options and commands of other linters."""


class Parser(argparse.ArgumentParser):
    """An argument parser without abbreviations: a new option could change what one means."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"allow_abbrev": False, **settings})

    def parse_known_args(  # type: ignore[override] # only one of the overloads
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Like the base method, but a subcommand reports its own unknown arguments, with hints from its options."""
        options, rest = super().parse_known_args(args, namespace)
        dashes = rest.index("--") if "--" in rest else len(rest)
        unknown = [word for word in rest[:dashes] if word.startswith("-") and word != "-"]
        lists = [action.dest for action in self._actions if action.nargs in ("*", "+") and not action.option_strings]
        if rest and (unknown or not lists):
            self._refuse((unknown or rest)[0])
        # the base class assigns only the words before the first option
        for name in lists if rest else ():
            setattr(options, name, [*getattr(options, name), *rest[:dashes], *rest[dashes + 1 :]])
        return options, []

    def _refuse(self, word: str) -> NoReturn:
        known = [name for action in self._actions for name in action.option_strings]
        name = word.partition("=")[0]
        self.error(f"unknown argument {word}{_equivalent(name) or nearest(name, known)}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            known = [str(choice) for choice in action.choices]
            name = "/".join(action.option_strings) or str(action.metavar or action.dest).lower()
            hint = _equivalent(str(value)) or nearest(str(value), known)
            if isinstance(action, argparse._SubParsersAction) and (value == "-" or os.path.lexists(value)):
                hint = "; to check it: medlint check"
            self.error(f"{name}: '{value}' is not one of {', '.join(known)}{hint}")

    def error(self, message: str) -> NoReturn:
        """Exit with one line, without control characters: an argument may be an untrusted file name."""
        from linter.reports.terminal import printable

        self.exit(exits.USAGE, f"medlint: {printable(message.removeprefix('argument '))} ({self.prog} -h)\n")


def _equivalent(word: str) -> str:
    return f"; use {EQUIVALENTS[word]}" if word in EQUIVALENTS else ""


class Compact(argparse.HelpFormatter):
    """Help with one line for each option, so that it fits on one screen."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        # -f, --format FORMAT[=FILE], as in Python 3.13; older versions repeat the value
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        value = self._format_args(action, action.dest.upper())
        return f"{', '.join(action.option_strings)} {value}"


def count(text: str) -> int:
    """Parse a non-negative integer."""
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of 0 or more")
    return int(text)
