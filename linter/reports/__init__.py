"""Report formats: one writer for each, which turns a report into text and reads nothing else.

The text is yielded in pieces, because the findings of a run may not fit in memory.
"""

from collections.abc import Callable, Iterator

from linter.report import Report

FORMATS = ("text", "json", "sarif", "junit", "gitlab", "github", "checkstyle", "rdjson", "html")


def writer_of(name: str) -> Callable[[Report], Iterator[str]]:
    """Import and return the writer of a format."""
    writer: Callable[[Report], Iterator[str]] = __import__(f"linter.reports.{name}_report", fromlist=["write"]).write
    return writer
