"""The report for a reviewer: one self-contained page that opens from a file, with no script and no network."""

from collections import Counter
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from linter.report import FileReport, Report
from linter.violation import Severity, Violation

# autoescape for every template: the article is hostile input
_TEMPLATES = Environment(
    loader=PackageLoader("linter.reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


def write(report: Report) -> str:
    """The report as one HTML page."""
    page = _TEMPLATES.get_template("report.html")
    counts = Counter(violation.severity for violation in report.open)
    return page.render(
        report=report,
        failed=any(violation.severity.rank >= report.fail_on.rank for violation in report.open),
        counts=[(severity.value, counts[severity]) for severity in reversed(Severity)],
        families=Counter(violation.family for violation in report.open).most_common(),
        files=[_file(index, file) for index, file in enumerate(report.files)],
    )


def _file(index: int, file: FileReport) -> dict[str, Any]:
    shown = [violation for violation in file.violations if violation.suppressed is None]
    return {
        "anchor": f"article-{index + 1}",
        "facts": file,
        "violations": [(violation, _context(file, violation)) for violation in shown],
        "counts": Counter(violation.severity.value for violation in shown),
    }


def _context(file: FileReport, violation: Violation) -> tuple[str, str, str]:
    """The line of a finding in three parts: before, the excerpt's part on that line, after; long lines are cut."""
    if file.document is None:
        return "", violation.excerpt, ""
    line = file.document.source.line_text(violation.start.line)
    start = violation.start.column - 1
    end = violation.end.column - 1 if violation.end.line == violation.start.line else len(line)
    before, after = line[max(0, start - 160) : start], line[end : end + 160]
    if start > 160:
        before = "…" + before
    if len(line) > end + 160:
        after += "…"
    return before, line[start : min(end, start + 400)], after
