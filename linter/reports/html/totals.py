"""Totals for the front page, accumulated article by article without keeping any."""

from array import array
from collections import Counter

from linter.outcome import FileReport
from linter.report import Report
from linter.reports.html.status import NEW, WAIVED
from linter.reports.html.summary import Summary
from linter.violation import Suppression


class Totals:
    """Counts over the added articles."""

    def __init__(self, report: Report) -> None:
        self.articles = 0
        self.statuses = Counter[str]()
        self.open = Counter[tuple[str, int]]()
        """Open findings by code and severity rank."""
        self.articles_with = Counter[str]()
        """Articles with open findings, by code."""
        self.new = Counter[str]()
        """Findings that are new since the earlier run, by code."""
        self.stayed: set[str] = set()
        """Fingerprints of the earlier run that are still open."""
        self.waived = Counter[Suppression]()
        self.articles_waived = Counter[Suppression]()
        self.grades = array("d")
        self._earlier = report.earlier

    def add(self, file: FileReport, summary: Summary) -> None:
        """Count an article."""
        self.articles += 1
        self.statuses[summary.status] += 1
        open_codes = set()
        for (code, rank, state), count in summary.groups.items():
            if state != WAIVED:
                self.open[code, rank] += count
                open_codes.add(code)
            if state == NEW:
                self.new[code] += count
        self.articles_with.update(open_codes)
        self.waived.update(summary.waived)
        self.articles_waived.update(summary.waived.keys())
        if summary.grade is not None:
            self.grades.append(summary.grade)
        if self._earlier is not None:
            known = (self._earlier.knows(violation) for violation in file.violations if violation.suppressed is None)
            self.stayed.update(filter(None, known))
