"""The reviewer's report as one self-contained HTML page that needs no network."""

from collections.abc import Iterator

from linter.report import Report


def write(report: Report) -> Iterator[str]:
    """Write the report as one HTML page."""
    from linter.reports.html.page import one_page

    yield from one_page(report)
