"""The report for a terminal: each file's violations with the line, a caret underline, the law and the way out."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from linter.report import FileReport, Report
from linter.source import SourceText
from linter.violation import Severity, Violation

WIDTH = 100


def write(report: Report) -> str:
    """The report as text for people."""
    lines: list[str] = []
    for file in report.files:
        if any(violation.suppressed is None for violation in file.violations):
            lines.extend(_file(file))
    lines.extend(f"{printable(error.path)}: {error.kind.value} error: {error.message}" for error in report.errors)
    lines.append(_summary(report))
    return "\n".join(lines) + "\n"


def printable(text: str) -> str:
    """Text that a terminal shows and does not obey: control and direction-changing characters become ``?``."""
    return "".join("?" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") else char for char in text)


def _file(file: FileReport) -> Iterator[str]:
    yield printable(file.path)
    for violation in file.violations:
        if violation.suppressed is None:
            yield from _violation(violation, file)
    yield ""


def _violation(violation: Violation, file: FileReport) -> Iterator[str]:
    place = f"{violation.start.line}:{violation.start.column}"
    message = printable(violation.message)
    yield f"  {place:<8} {violation.severity.value:<7} {violation.code} {message} [{violation.rule}]"
    if file.document is not None:
        yield from (f"           | {line}" for line in _underlined(violation, file.document.source))
    yield f"           = do this: {printable(violation.suggestion)}"
    if violation.citations:
        cited = "; ".join(f"{citation.title} ({citation.reach})" for citation in violation.citations)
        yield f"           = rests on: {cited}"


def _underlined(violation: Violation, source: SourceText) -> tuple[str, str]:
    """The first line of the excerpt, cut to the width around it, and carets below."""
    line = source.line_text(violation.start.line)
    start = violation.start.column - 1
    end = violation.end.column - 1 if violation.end.line == violation.start.line else len(line)
    end = max(end, start + 1)
    cut_from = max(0, min(start - 30, len(line) - WIDTH))
    before = ("…" if cut_from else "") + line[cut_from:start]
    marked = line[start : min(end, cut_from + WIDTH)]
    after = line[start + len(marked) : cut_from + WIDTH]
    tail = "…" if len(line) > cut_from + WIDTH else ""
    shown = printable(before + marked + after) + tail
    return shown, " " * _width(before) + "^" * max(1, _width(marked))


def _width(text: str) -> int:
    """Columns that a terminal needs: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _summary(report: Report) -> str:
    open_violations = report.open
    counts = Counter(violation.severity for violation in open_violations)
    suppressed = len(report.violations) - len(open_violations)
    parts = [_count(counts[Severity.ERROR], "error"), _count(counts[Severity.WARNING], "warning")]
    parts.append(f"{counts[Severity.INFO]} info")
    text = f"{', '.join(parts)} in {_count(len(report.files), 'article')}"
    if suppressed:
        text += f", {suppressed} suppressed"
    if report.errors:
        text += f"; {_count(len(report.errors), 'file')} could not be checked"
    return text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
