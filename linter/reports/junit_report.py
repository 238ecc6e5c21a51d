"""JUnit XML: articles are suites and findings are cases, so that a build server shows findings as failed tests.

Errors and warnings fail; info passes with its text as output, unless the run fails on info. Suppressed findings are
skipped, with their reason. An article without findings has one passed case.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from linter.outcome import FileError
from linter.report import Report
from linter.reports.wording import error_name, errors_by_path, reason, slashed
from linter.reports.xml_text import element, written
from linter.violation import Severity, Violation


def write(report: Report) -> Iterator[str]:
    """Write the report as a JUnit document."""
    threshold = min(report.fail_on.rank, Severity.WARNING.rank)
    found = sum(report.counts.values()) + len(report.errors)
    with_errors = {error.path for error in report.errors}
    totals = {
        "tests": found + sum(not file.violations and file.path not in with_errors for file in report.files),
        "failures": sum(
            count for group, count in report.counts.items() if group.means is None and group.severity.rank >= threshold
        ),
        "errors": len(report.errors),
    }
    return written(element("testsuites", {"name": "medlint", **totals}), _suites(report, threshold))


def _suites(report: Report, threshold: int) -> Iterator[Element]:
    errors = errors_by_path(report)
    for file in report.files:
        cases = [_case(violation, threshold) for violation in file.violations]
        yield _suite(file.path, [*cases, *map(_error, errors.pop(file.path, ()))])
    for path, found in errors.items():
        yield _suite(path, list(map(_error, found)))


def _suite(path: str, cases: list[Element]) -> Element:
    if not cases:
        cases = [element("testcase", {"name": "no findings", "classname": slashed(path)})]
    counts = {key: sum(case.find(tag) is not None for case in cases) for key, tag in _OUTCOMES}
    suite = element("testsuite", {"name": slashed(path), "tests": len(cases), **counts})
    suite.extend(cases)
    return suite


_OUTCOMES = (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))


def _case(violation: Violation, threshold: int) -> Element:
    name = f"{violation.code} {violation.rule} ({violation.start.line}:{violation.start.column})"
    case = element("testcase", {"name": name, "classname": slashed(violation.path)})
    text = _details(violation)
    if violation.suppressed is not None:
        case.append(element("skipped", {"message": f"{violation.suppressed.means}: {reason(violation.suppressed)}"}))
    elif violation.severity.rank >= threshold:
        attributes = {"type": violation.severity.value, "message": violation.message}
        case.append(element("failure", attributes, text))
    else:
        case.append(element("system-out", {}, f"{violation.message}\n{text}"))
    return case


def _details(violation: Violation) -> str:
    place = f"{slashed(violation.path)}:{violation.start.line}:{violation.start.column}"
    lines = [f"{place}: {violation.severity.value}", violation.excerpt, f"Suggestion: {violation.suggestion}"]
    lines.extend(f"Based on: {cited.title} ({cited.reach})" for cited in violation.citations)
    return "\n".join(lines)


def _error(error: FileError) -> Element:
    case = element("testcase", {"name": error_name(error), "classname": slashed(error.path)})
    case.append(element("error", {"type": error.kind.value, "message": error.message}))
    return case
