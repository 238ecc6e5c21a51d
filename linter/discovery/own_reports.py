"""Reports of ours that lie among the articles: they quote articles and are none."""

from linter.files.regular import open_regular

GENERATOR = '<meta name="generator" content="medlint report">'
"""What the head of each page of an HTML report says of itself."""
HEADLINE = "medlint report\n"
"""The first line of a text report in a file."""
_HEAD = 4096
"""Bytes of a page that are read to see whether it is a report."""


def is_report(path: str) -> bool:
    """Whether a page or a text is a report of ours."""
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD)
            return head.startswith(HEADLINE.encode()) or GENERATOR.encode() in head
    except OSError:
        return False  # it is told when it is checked
