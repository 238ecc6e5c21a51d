"""``medlint report``: the reviewer's page of a check; that it holds findings is no failure here."""

import sys

from linter.cli import exits
from linter.cli.check import check
from linter.cli.plain import check_of
from linter.typed import Namespace


def report(options: Namespace) -> int:
    """Write the page."""
    asked = check_of(
        options.paths,
        quiet=True,
        format=[f"html={options.output}"],
        since=options.since,
        stamp=options.stamp,
        plugin=options.plugin,
    )
    code = check(asked)
    if code not in (exits.CLEAN, exits.VIOLATIONS):
        return code
    sys.stderr.write(f"medlint: wrote {options.output}\n")
    return exits.CLEAN
