"""Run medlint as a command."""

from linter.cli import main


def run(capfd, *arguments):
    """The exit code, stdout and stderr of a command."""
    return main(list(arguments)), *capfd.readouterr()
