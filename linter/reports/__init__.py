"""Reports: one writer a format; a report goes in, text comes out, nothing else is read."""

from collections.abc import Callable
from importlib import import_module

from linter.report import Report

FORMATS = ("text", "json", "sarif", "junit", "gitlab", "github", "checkstyle", "rdjson", "html")


def writer_of(name: str) -> Callable[[Report], str]:
    """The writer of a format; its module is imported when it is asked for."""
    writer: Callable[[Report], str] = import_module(f"linter.reports.{name}_report").write
    return writer
