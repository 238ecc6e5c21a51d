"""How a run ends: exit codes, stable since continuous integration depends on them, and the error of the user's."""

import os
import sys

CLEAN = 0
"""Nothing at or above ``--fail-on``."""
VIOLATIONS = 1
"""Violations at or above ``--fail-on``."""
USAGE = 2
"""A usage, configuration or rule-file error."""
INTERNAL = 3
"""A file that could not be checked; the others were."""
NOTHING = 4
"""No article to check."""
INTERRUPTED = 130


class UsageError(Exception):
    """Something the user can mend; each message is one line. The run ends with ``USAGE``."""


def forget_output() -> None:
    """Let what is left of standard output go nowhere, so that the interpreter does not complain of it at exit."""
    from contextlib import suppress  # hardly any run needs it

    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
