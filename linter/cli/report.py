"""``medlint report``: write the reviewer's page; findings do not make it fail."""

import sys

from linter.cli import exits
from linter.cli.check import check
from linter.cli.plain import check_options
from linter.typed import Namespace


def report(options: Namespace) -> int:
    """Write the reviewer's page."""
    check_arguments = check_options(
        options.paths,
        quiet=True,
        format=[f"html={options.output}"],
        since=options.since,
        stamp=options.stamp,
        plugin=options.plugin,
    )
    code = check(check_arguments)
    if code not in (exits.CLEAN, exits.VIOLATIONS):
        return code
    sys.stderr.write(f"medlint: wrote {options.output}\n")
    return exits.CLEAN
