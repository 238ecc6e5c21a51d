"""medlint as people call it."""

from linter.cli import main


def run(capfd, *arguments):
    """A command's exit code, its output and its talk."""
    return main(list(arguments)), *capfd.readouterr()
