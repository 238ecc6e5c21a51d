"""The reviewer's report: one self-contained page, with no network, that a reviewer opens, works through and files."""

from linter.report import Report


def write(report: Report) -> str:
    """The report as one HTML page."""
    from linter.reports.html.page import one_page

    return one_page(report)
