"""``python -m linter`` is the same as ``medlint``."""

from linter.cli import command

command()
