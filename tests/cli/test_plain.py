"""The fast path for parsing the command line gives the same result as the parser."""

import pytest

from linter.cli.parser import build_parser
from linter.cli.plain import plain_check


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a.md"],
        ["check", "b", "a.md", "c d"],
        ["check", "-q"],
        ["check", "--isolated", "--no-cache", "a.md", "b.md"],
        ["check", "a.md", "--no-suppressions", "--quiet"],
        ["check", "--exit-zero", "a.md", "--statistics"],
    ],
)
def test_paths_and_switches_are_read_alike(arguments):
    assert vars(plain_check(arguments)) == vars(build_parser().parse_args(arguments))


@pytest.mark.parametrize(
    "arguments", [[], ["rules"], ["check", "-"], ["a.md"], ["check", "--", "-x"], ["check", "a", "-q", "b"]]
)
def test_all_else_is_left_to_the_parser(arguments):
    assert plain_check(arguments) is None
