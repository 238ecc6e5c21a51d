"""The parser of all commands, in the order of the help; ``linter.cli.options`` has the commands with many options."""

import argparse

from linter.cli.arguments import Parser
from linter.cli.options import Commands, add_paths, add_plugin, run_by
from linter.cli.options.accepting import add_accepting
from linter.cli.options.check import add_check
from linter.cli.options.rules import add_rules
from linter.cli.options.scan import add_scan
from linter.version import VERSION


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = Parser(prog="medlint", description="Read clinic articles the way a regulatory reviewer would.")
    parser.add_argument("-V", "--version", action="version", version=f"medlint {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_check(commands)
    _add_report(commands)
    add_accepting(commands)
    _add_settings(commands)
    add_rules(commands)
    _add_cache(commands)
    commands.add_parser("lsp", help="run the language server on standard input and output").set_defaults(
        run=run_by("lsp")
    )
    add_scan(commands)
    completion = commands.add_parser("completion", help="print a shell completion script")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="bash|zsh|fish")
    completion.set_defaults(run=run_by("completion"))
    return parser


def _add_report(commands: Commands) -> None:
    report = commands.add_parser("report", help="write the reviewer's HTML report")
    add_paths(report)
    report.add_argument(
        "-o", "--output", default="medlint-report.html", metavar="FILE", help="the report (medlint-report.html)"
    )
    report.add_argument("--since", metavar="FILE", help="earlier JSON report to compare with")
    report.add_argument("--stamp", action="store_true", help="add time and commit to the report")
    add_plugin(report)
    report.set_defaults(run=run_by("report"))


def _add_settings(commands: Commands) -> None:
    init = commands.add_parser("init", help="create a configuration and the pre-commit hook, if missing")
    init.add_argument("folder", nargs="?", default=".", metavar="DIR", help="the folder of the articles (this folder)")
    init.set_defaults(run=run_by("init"))
    config = commands.add_parser("config", help="show a path's configuration and where each value comes from")
    config.add_argument("path", nargs="?", default=".", metavar="PATH", help="an article or a folder (this folder)")
    config.add_argument("--config", metavar="FILE", help="use this configuration instead of the closest")
    config.add_argument("--schema", action="store_true", help="print the JSON Schema of a configuration, for editors")
    config.set_defaults(run=run_by("config"))


def _add_cache(commands: Commands) -> None:
    cache = commands.add_parser("cache", help="show or clear what medlint keeps on disk (rules, results)")
    cache.add_argument("action", choices=("info", "clear"), metavar="ACTION", help="info, clear")
    cache.set_defaults(run=run_by("cache"))
