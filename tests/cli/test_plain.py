"""The short way of reading a command line gives what the parser gives."""

import pytest

from linter.cli.parser import parser
from linter.cli.plain import plain_check


@pytest.mark.parametrize("arguments", [["check"], ["check", "a.md"], ["check", "b", "a.md", "c d"]])
def test_paths_alone_are_read_alike(arguments):
    assert vars(plain_check(arguments)) == vars(parser().parse_args(arguments))


@pytest.mark.parametrize("arguments", [[], ["rules"], ["check", "-q"], ["check", "-"], ["a.md"], ["check", "--", "-x"]])
def test_all_else_is_left_to_the_parser(arguments):
    assert plain_check(arguments) is None
