"""Reports: one writer a format; a report goes in, text comes out, nothing else is read.

The text comes in pieces, in order, since a run may have more findings than the memory holds.
"""

from collections.abc import Callable, Iterator

from linter.report import Report

FORMATS = ("text", "json", "sarif", "junit", "gitlab", "github", "checkstyle", "rdjson", "html")


def writer_of(name: str) -> Callable[[Report], Iterator[str]]:
    """The writer of a format; its module is imported when it is asked for."""
    writer: Callable[[Report], Iterator[str]] = __import__(f"linter.reports.{name}_report", fromlist=["write"]).write
    return writer
