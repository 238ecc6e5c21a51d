"""Handmade findings for tests."""

from linter.fingerprint import fingerprint
from linter.source import Position, Span
from linter.violation import Severity, Violation


def finding(path, code, excerpt, occurrence=0, start=0, suppressed=None):
    """A violation with these values and defaults."""
    return Violation(
        path=path,
        span=Span(start, start + len(excerpt)),
        start=Position(1, start + 1),
        end=Position(1, start + 1 + len(excerpt)),
        code=code,
        rule="a-rule",
        family="safety",
        severity=Severity.ERROR,
        message="wrong",
        excerpt=excerpt,
        why="because",
        evidence=(),
        citations=(),
        suggestion="fix it",
        fix=None,
        fingerprint=fingerprint(path, code, excerpt, occurrence),
        suppressed=suppressed,
    )
