"""Run ``medlint`` as ``python -m linter``."""

from linter.cli import command

command()
