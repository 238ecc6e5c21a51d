"""Mistakes on the command line give one line with a suggestion; help fits on one screen."""

import argparse
from importlib import import_module

import pytest

from linter.cli import exits, main
from linter.cli.arguments import EQUIVALENTS
from linter.cli.parser import build_parser

SCREEN = 45


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["chek"], "command: 'chek' is not one of check, "),
        (["chek"], "; did you mean 'check'?"),
        (["check", "--formt", "json"], "unknown argument --formt; did you mean '--format'?"),
        (["check", "--fail-onn=error"], "unknown argument --fail-onn=error; did you mean '--fail-on'?"),
        (["check", "--statistic"], "unknown argument --statistic; did you mean '--statistics'?"),
        (["check", "--fail-on", "eror"], "--fail-on: 'eror' is not one of info, warning, error; did you mean 'error'?"),
        (["check", "--max-warnings", "-1"], "--max-warnings"),
        (["rules", "tst"], "action: 'tst' is not one of list, test, docs, schema; did you mean 'test'?"),
        (["check", "--fix"], "unknown argument --fix; use medlint fix"),
        (["check", "a.md", "--fix=x", "b.md"], "unknown argument --fix=x; use medlint fix"),
        (["lint"], "; use medlint check"),
        (["-"], "; to check it: medlint check"),
        ([__file__, "--fail-on", "info"], "; to check it: medlint check"),
        (["explain", "a", "b"], "unknown argument b"),
        (["explain"], "the following arguments are required"),
    ],
)
def test_one_line(capfd, arguments, problem):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    out, err = capfd.readouterr()
    assert (stop.value.code, out) == (exits.USAGE, "")
    assert err.startswith("medlint: ")
    assert err.count("\n") == 1
    assert problem in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.md", "--fail-on", "info", "b.md", "-"],
        ["a.md", "-f", "json", "b.md", "-q", "-"],
        ["--isolated", "a.md", "-q", "b.md", "--", "-"],
    ],
)
def test_paths_may_stand_between_options(arguments):
    assert build_parser().parse_args(["check", *arguments]).paths == ["a.md", "b.md", "-"]


def test_paths_that_look_like_options():
    options = build_parser().parse_args(["check", "a.md", "-q", "--", "-b.md", "--fix"])
    assert options.paths == ["a.md", "-b.md", "--fix"]


@pytest.mark.parametrize("words", EQUIVALENTS.values())
def test_what_other_linters_say_is_there(words):
    command = words.removeprefix("medlint ").split()[0]
    known = {name for _, command in commands() for action in command._actions for name in action.option_strings}
    assert command in dict(commands()) or command in known or command == "exclude"


@pytest.mark.parametrize(
    ("arguments", "code", "stream"),
    [([], exits.USAGE, "err"), (["help"], exits.CLEAN, "out"), (["help", "check"], exits.CLEAN, "out")],
)
def test_who_asks_gets_help(capfd, arguments, code, stream):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    expected = getattr(capfd.readouterr(), stream)
    assert stop.value.code == code
    assert expected.startswith("usage: medlint " + "".join(arguments[1:]))


def commands():
    (actions,) = [action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return [("medlint", build_parser()), *actions.choices.items()]


@pytest.mark.parametrize("name", [name for name, _ in commands()[1:] if name != "check"])
def test_a_command_is_the_function_of_its_module(name):
    assert callable(getattr(import_module(f"linter.cli.{name}"), name))


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_help_fits_one_screen(monkeypatch, name, command):
    monkeypatch.setenv("COLUMNS", "120")
    lines = command.format_help().splitlines()
    assert len(lines) <= SCREEN
    assert all(len(line) <= 120 for line in lines)
