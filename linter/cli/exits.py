"""Exit codes, stable: continuous integration depends on them."""

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
