"""Suppressions: what is not counted, by whom, why and until when, and what is wrong with a suppression itself.

A suppressed violation is still a violation with a name on it: it stays in every report.
"""

FRONT_MATTER_KEY = "medlint-ignore"
"""Key of the front matter whose entries speak of the whole file."""
