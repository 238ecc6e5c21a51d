"""The version of medlint, the same as the distribution's (a test compares them)."""

VERSION = "0.1.0"
