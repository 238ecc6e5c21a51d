"""Recognize medlint's own reports among the articles: they quote articles but are not articles."""

from linter.files.regular import open_regular

GENERATOR = '<meta name="generator" content="medlint report">'
"""Part of the head of each page of an HTML report."""
HEADLINE = "medlint report\n"
"""The first line of a text report."""
_HEAD = 4096
"""Bytes of a file that are read to recognize a report."""


def is_report(path: str) -> bool:
    """Whether an HTML or text file is a medlint report."""
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD)
            return head.startswith(HEADLINE.encode()) or GENERATOR.encode() in head
    except OSError:
        return False  # reported when it is checked
