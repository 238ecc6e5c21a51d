"""The text report: the violations of each file with the line, a caret underline, the suggestion and the sources."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from linter.outcome import FileReport
from linter.parsers import editable
from linter.report import Report
from linter.reports.terminal import PLAIN, Style, printable
from linter.reports.wording import counted, error_place, reason
from linter.source import SourceText
from linter.violation import Severity, Suppression, Violation

WIDTH = 100


def write(report: Report, style: Style = PLAIN, statistics: bool = False) -> Iterator[str]:
    """Write the report as text; ``statistics`` adds the number of findings of each rule."""
    groups: dict[Suppression, _Suppressed] = {}
    fixes = Counter[bool]()
    for file in report.files:
        if any(violation.suppressed is None for violation in file.violations):
            yield from _file(file, style)
        for violation in file.violations:
            if violation.suppressed is not None:
                groups.setdefault(violation.suppressed, _Suppressed(violation)).count += 1
            elif violation.fix is not None and editable(file.path):
                fixes[violation.fix.safe] += 1
    if statistics:
        yield from _statistics(report, style)
    yield from _suppressed(groups, style)
    for error in report.errors:
        yield f"{error_place(error)}: {error.kind.value} error: {printable(error.message)}\n"
    yield f"{_summary(report)}\n"
    yield from _mendable(fixes)


def _file(file: FileReport, style: Style) -> Iterator[str]:
    yield style.paint(printable(file.path), "path") + "\n"
    shown = None
    for violation in file.violations:
        if violation.suppressed is None:
            source = None if violation.span == shown else file.source
            yield "".join(f"{line}\n" for line in _violation(violation, source, style))
            shown = violation.span
    yield "\n"


def _violation(violation: Violation, source: SourceText | None, style: Style) -> Iterator[str]:
    """Format a finding, with its line if the source is given."""
    place = f"{violation.start.line}:{violation.start.column}"
    role = violation.severity.value
    severity, code = style.paint(f"{role:<7}", role), style.paint(violation.code, "code")
    name = style.paint(f"[{violation.rule}]", "aside")
    yield f"  {place:<8} {severity} {code} {printable(violation.message)} {name}"
    if source is not None:
        line, carets = _underlined(violation, source)
        yield f"           | {line}"
        yield f"           | {style.paint(carets, role)}"
    yield f"           = suggestion: {printable(violation.suggestion)}"
    if violation.citations:
        cited = "; ".join(
            f"{style.link(citation.title, citation.url)} ({citation.reach})" for citation in violation.citations
        )
        yield style.paint(f"           = based on: {cited}", "aside")


def _statistics(report: Report, style: Style) -> Iterator[str]:
    counts = Counter[tuple[str, str]]()
    for group, count in report.counts.items():
        if group.means is None:
            counts[group.code, group.rule] += count
    for (code, rule), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>7}  {style.paint(f'{code:<8}', 'code')} {rule}\n"
    if counts:
        yield "\n"


class _Suppressed:
    """The findings with one suppression: the first, and their number."""

    def __init__(self, first: Violation) -> None:
        self.first = first
        self.count = 0


def _suppressed(groups: Mapping[Suppression, _Suppressed], style: Style) -> Iterator[str]:
    """List the suppressions, a line for each."""
    for suppression, group in groups.items():
        first = group.first
        place = f"{printable(first.path)}:{first.start.line}:{first.start.column}"
        more = f" and {group.count - 1} more" if group.count > 1 else ""
        text = printable(f"suppressed by {suppression.means}: {reason(suppression)}")
        yield style.paint(f"{place} {first.code}{more} {text}", "aside") + "\n"
    if groups:
        yield "\n"


def _underlined(violation: Violation, source: SourceText) -> tuple[str, str]:
    """The first line of the excerpt, shortened to the width, and the carets below it."""
    line, start = source.line_span(violation.start.line), violation.span.start
    # a line can be a whole article, so slice only what is shown
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
    """The terminal columns of a text: two for wide characters, none for combining ones."""
    others = [char for char in text if not char.isascii()]
    return len(text) + sum(
        -1 if unicodedata.combining(char) else int(unicodedata.east_asian_width(char) in "WF") for char in others
    )


def _summary(report: Report) -> str:
    counts = Counter[Severity | None]()
    for group, count in report.counts.items():
        counts[group.severity if group.means is None else None] += count
    parts = [counted(counts[Severity.ERROR], "error"), counted(counts[Severity.WARNING], "warning")]
    parts.append(f"{counts[Severity.INFO]} info")
    text = f"{', '.join(parts)} in {counted(len(report.files), 'article')}"
    if counts[None]:
        text += f", {counts[None]} suppressed"
    if report.since:
        left_out = sum(file.unchanged for file in report.files)
        text += f", {left_out} omitted on lines unchanged since {printable(report.since)}"
    if report.errors:
        text += f"; {counted(len(report.errors), 'file')} could not be checked"
    return text


def _mendable(fixes: Mapping[bool, int]) -> Iterator[str]:
    parts = []
    if safe := fixes[True]:
        parts.append(f"'medlint fix' fixes {counted(safe, 'finding')}")
    if drafts := fixes[False]:
        parts.append(f"'medlint fix --suggested' has drafts for {counted(drafts, 'finding')}")
    if parts:
        yield "; ".join(parts) + "\n"
