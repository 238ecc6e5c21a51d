"""The parser of arguments: one line for a mistake, with a hint; a line an option in the help."""

import argparse
import os
from collections.abc import Sequence

from linter.cli import exits
from linter.hints import nearest
from linter.typed import Any, NoReturn

ELSEWHERE = {
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
"""How medlint says what other linters call otherwise."""


class Parser(argparse.ArgumentParser):
    """Options are written in full: an abbreviation would change its meaning with the next option."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"allow_abbrev": False, **settings})

    def parse_known_args(  # type: ignore[override] # ours has one of its overloads
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As its base, but what a command does not know is its own mistake, so that it can tell its own options."""
        options, rest = super().parse_known_args(args, namespace)
        dashes = rest.index("--") if "--" in rest else len(rest)
        unknown = [word for word in rest[:dashes] if word.startswith("-") and word != "-"]
        several = [action.dest for action in self._actions if action.nargs in ("*", "+") and not action.option_strings]
        if rest and (unknown or not several):
            self._refuse((unknown or rest)[0])
        # its base takes the words before the first option alone
        for name in several if rest else ():
            setattr(options, name, [*getattr(options, name), *rest[:dashes], *rest[dashes + 1 :]])
        return options, []

    def _refuse(self, word: str) -> NoReturn:
        known = [name for action in self._actions for name in action.option_strings]
        name = word.partition("=")[0]
        self.error(f"unknown argument {word}{_elsewhere(name) or nearest(name, known)}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            known = [str(choice) for choice in action.choices]
            name = "/".join(action.option_strings) or str(action.metavar or action.dest).lower()
            hint = _elsewhere(str(value)) or nearest(str(value), known)
            if isinstance(action, argparse._SubParsersAction) and (value == "-" or os.path.lexists(value)):
                hint = "; to check it: medlint check"
            self.error(f"{name}: '{value}' is none of {', '.join(known)}{hint}")

    def error(self, message: str) -> NoReturn:
        """Leave with one line, which cannot steer the terminal: an argument may be a file's name, which is not ours."""
        from linter.reports.terminal import printable

        self.exit(exits.USAGE, f"medlint: {printable(message.removeprefix('argument '))} ({self.prog} -h)\n")


def _elsewhere(word: str) -> str:
    return f"; here it is: {ELSEWHERE[word]}" if word in ELSEWHERE else ""


class Compact(argparse.HelpFormatter):
    """Help with one line an option, so that a command's help fits one screen."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        # -f, --format FORMAT[=FILE], as Python 3.13 writes it; older ones repeat the value
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        value = self._format_args(action, action.dest.upper())
        return f"{', '.join(action.option_strings)} {value}"


def count(text: str) -> int:
    """A number from 0 up."""
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 up")
    return int(text)
