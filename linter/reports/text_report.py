"""The report for a terminal: each file's violations with the line, a caret underline, the law and the way out."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from linter.report import FileReport, Report
from linter.reports.terminal import PLAIN, Style, printable
from linter.reports.wording import counted, reason
from linter.source import SourceText
from linter.violation import Severity, Suppression, Violation

WIDTH = 100


def write(report: Report, style: Style = PLAIN, statistics: bool = False) -> str:
    """The report as text for people; with ``statistics`` it counts the findings of each rule at the end."""
    lines: list[str] = []
    for file in report.files:
        if any(violation.suppressed is None for violation in file.violations):
            lines.extend(_file(file, style))
    if statistics:
        lines.extend(_statistics(report, style))
    lines.extend(_suppressed(report, style))
    lines.extend(
        f"{printable(error.path)}: {error.kind.value} error: {printable(error.message)}" for error in report.errors
    )
    lines.append(_summary(report))
    lines.extend(_mendable(report))
    return "\n".join(lines) + "\n"


def _file(file: FileReport, style: Style) -> Iterator[str]:
    yield style.paint(printable(file.path), "path")
    shown = None
    for violation in file.violations:
        if violation.suppressed is None:
            yield from _violation(violation, None if violation.span == shown else file.source, style)
            shown = violation.span
    yield ""


def _violation(violation: Violation, source: SourceText | None, style: Style) -> Iterator[str]:
    """A finding, with its line if the source is given."""
    place = f"{violation.start.line}:{violation.start.column}"
    role = violation.severity.value
    severity, code = style.paint(f"{role:<7}", role), style.paint(violation.code, "code")
    name = style.paint(f"[{violation.rule}]", "aside")
    yield f"  {place:<8} {severity} {code} {printable(violation.message)} {name}"
    if source is not None:
        line, carets = _underlined(violation, source)
        yield f"           | {line}"
        yield f"           | {style.paint(carets, role)}"
    yield f"           = do this: {printable(violation.suggestion)}"
    if violation.citations:
        cited = "; ".join(
            f"{style.link(citation.title, citation.url)} ({citation.reach})" for citation in violation.citations
        )
        yield style.paint(f"           = rests on: {cited}", "aside")


def _statistics(report: Report, style: Style) -> Iterator[str]:
    counts = Counter((violation.code, violation.rule) for violation in report.open)
    for (code, rule), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>7}  {style.paint(f'{code:<8}', 'code')} {rule}"
    if counts:
        yield ""


def _suppressed(report: Report, style: Style) -> Iterator[str]:
    """What is not counted: a line for each reason, with who gave it and until when."""
    groups: dict[Suppression, list[Violation]] = {}
    for violation in report.violations:
        if violation.suppressed is not None:
            groups.setdefault(violation.suppressed, []).append(violation)
    for suppression, violations in groups.items():
        first = violations[0]
        place = f"{printable(first.path)}:{first.start.line}:{first.start.column}"
        more = f" and {len(violations) - 1} more" if len(violations) > 1 else ""
        told = printable(f"suppressed by {suppression.means}: {reason(suppression)}")
        yield style.paint(f"{place} {first.code}{more} {told}", "aside")
    if groups:
        yield ""


def _underlined(violation: Violation, source: SourceText) -> tuple[str, str]:
    """The first line of the excerpt, cut to the width around it, and carets below."""
    line, start = source.line_span(violation.start.line), violation.span.start
    # a line can be a whole article: only what is shown is taken from it
    shown_from = max(line.start, min(start - 30, line.end - WIDTH))
    shown_to = min(shown_from + WIDTH, line.end)
    end = min(max(violation.span.end, start + 1), shown_to)
    before = ("…" if shown_from > line.start else "") + source.text[shown_from:start]
    marked = source.text[start:end]
    after = source.text[start + len(marked) : shown_to]
    tail = "…" if line.end > shown_to else ""
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
    parts = [counted(counts[Severity.ERROR], "error"), counted(counts[Severity.WARNING], "warning")]
    parts.append(f"{counts[Severity.INFO]} info")
    text = f"{', '.join(parts)} in {counted(len(report.files), 'article')}"
    if suppressed:
        text += f", {suppressed} suppressed"
    if report.since:
        left_out = sum(file.unchanged for file in report.files)
        text += f", {left_out} left out on lines that did not change since {printable(report.since)}"
    if report.errors:
        text += f"; {counted(len(report.errors), 'file')} could not be checked"
    return text


def _mendable(report: Report) -> Iterator[str]:
    fixes = Counter(violation.fix.safe for violation in report.open if violation.fix is not None)
    parts = []
    if safe := fixes[True]:
        parts.append(f"'medlint fix' mends {counted(safe, 'finding')}")
    if drafts := fixes[False]:
        parts.append(f"'medlint fix --suggested' has drafts for {counted(drafts, 'finding')}")
    if parts:
        yield "; ".join(parts)
