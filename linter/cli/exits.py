"""Exit codes, which are stable because continuous integration depends on them, and the error for usage mistakes."""

import os
import sys

CLEAN = 0
"""No violations at or above ``--fail-on``."""
VIOLATIONS = 1
"""Violations at or above ``--fail-on``."""
USAGE = 2
"""A usage, configuration or rule-file error."""
INTERNAL = 3
"""A file could not be checked because of a bug; the others were."""
NOTHING = 4
"""No article to check."""
INTERRUPTED = 130


class UsageError(Exception):
    """A mistake that the user can correct; each message is one line. The run exits with ``USAGE``."""


def forget_output() -> None:
    """Discard the rest of standard output, so that the interpreter reports no error for it at exit."""
    from contextlib import suppress  # rarely needed

    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
