"""The reviewer's report: one self-contained page, with no network, that a reviewer opens, works through and files."""

from collections.abc import Iterator

from linter.report import Report


def write(report: Report) -> Iterator[str]:
    """The report as one HTML page."""
    from linter.reports.html.page import one_page

    yield from one_page(report)
