"""One article of the report: from what came of it to what the template shows."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from linter.document import Block, Document, Scope
from linter.outcome import FileReport, MetDuty
from linter.report import Report, RuleFact
from linter.reports.html.flow import Cell, Group, Shape, groups, label_of, rows
from linter.reports.html.inlines import Note, render
from linter.reports.html.placement import Stretch, stretches
from linter.reports.html.safe import clipped, visible
from linter.reports.html.values import ArticlePage, CellLines, Duty, Finding, Line, Passage
from linter.value import EMPTY, Struct
from linter.violation import Severity, Violation

DUTY_KINDS = ("requires", "section", "metadata")
"""Kinds of rules that ask for something to be in the article."""
STATUSES = {"fails": "needs work", "review": "to review", "clean": "clean"}
_METRICS = {
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "smog_index": "SMOG index",
    "coleman_liau_index": "Coleman-Liau index",
}


def article_page(file: FileReport, report: Report) -> ArticlePage:
    """The page of one article."""
    whole = _whole(file, report.rules)
    marks, home = _marked(file, whole)
    findings = tuple(_findings(file, report, home))
    counts = Counter(finding.weight for finding in findings)
    return ArticlePage(
        title=title_of(file),
        path=visible(file.path),
        status=status_of(file.violations, report.fail_on),
        counts={weight: counts[weight] for weight in ("error", "warning", "info", "waived")},
        file=file,
        findings=findings,
        whole=tuple(finding for finding in findings if finding.number in whole),
        unplaced=tuple(finding for finding in findings if not finding.placed and finding.number not in whole),
        passages=_passages(file.document, findings, marks, home) if file.document is not None else (),
        duties=_duties(findings, report.rules, file.met),
        treatments=tuple(sorted(file.treatments, key=lambda fact: -fact.mentions)),
        readability=tuple(
            (_METRICS.get(name, name.replace("_", " ").capitalize()), f"{value:.1f}")
            for name, value in file.readability.items()
        ),
    )


def title_of(file: FileReport) -> str:
    """The article's title, else its first heading, else the name of its file."""
    blocks = file.document.blocks if file.document is not None else ()
    for scope in (Scope.TITLE, Scope.HEADING):
        for block in blocks:
            if block.scope is scope and block.view.text.strip():
                return clipped(block.view.text, 160)
    return clipped(file.path.replace("\\", "/").rsplit("/", 1)[-1], 160)


def status_of(violations: Iterable[Violation], fail_on: Severity) -> str:
    """``fails`` with an open finding at or above the bar, ``review`` with others, else ``clean``."""
    worst = max((violation.severity.rank for violation in violations if violation.suppressed is None), default=-1)
    return "fails" if worst >= fail_on.rank else "review" if worst >= 0 else "clean"


def anchors(violations: Sequence[Violation]) -> tuple[str, ...]:
    """The fingerprints, the second and later equal ones with a number, so that each names one finding."""
    seen: Counter[str] = Counter()
    names = []
    for violation in violations:
        seen[violation.fingerprint] += 1
        again = seen[violation.fingerprint]
        names.append(violation.fingerprint if again == 1 else f"{violation.fingerprint}-{again}")
    return tuple(names)


def is_new(violation: Violation, report: Report) -> bool:
    """Whether an open finding was not there in the run that this one is compared with."""
    return report.earlier is not None and violation.suppressed is None and not report.earlier.knows(violation)


def _whole(file: FileReport, rules: Iterable[RuleFact]) -> set[int]:
    """The numbers of the findings that speak of the page as a whole: duties that were put down to its title."""
    duties = {rule.code for rule in rules if rule.duty}
    titles = [block.span for block in file.document.blocks if _is_title(block)] if file.document is not None else []
    return {
        number
        for number, violation in enumerate(file.violations, 1)
        if violation.code in duties
        and any(title.start <= violation.span.start < max(title.end, title.start + 1) for title in titles)
    }


def _is_title(block: Block) -> bool:
    return block.scope is Scope.TITLE or (block.scope is Scope.HEADING and block.level == 1)


def _marked(file: FileReport, whole: Collection[int]) -> tuple[Mapping[int, Sequence[Stretch]], Mapping[int, int]]:
    """The marks in each block, and the block of each finding that stands in one."""
    if file.document is None:
        return EMPTY, EMPTY
    return stretches(
        file.document,
        (
            (number, violation.span, [clue.span for clue in violation.evidence])
            for number, violation in enumerate(file.violations, 1)
            if number not in whole
        ),
    )


def _findings(file: FileReport, report: Report, home: Mapping[int, int]) -> Iterator[Finding]:
    format_name = file.document.format if file.document is not None else "markdown"
    names = anchors(file.violations)
    for number, (violation, anchor) in enumerate(zip(file.violations, names, strict=True), 1):
        yield Finding(
            number=number,
            anchor=anchor,
            weight=violation.severity.value if violation.suppressed is None else "waived",
            new=is_new(violation, report),
            placed=number in home,
            about=violation,
            excerpt=clipped(violation.excerpt),
            replaced=_replaced(violation, file),
            proposed=visible(violation.fix.text.strip()) if violation.fix is not None else "",
            evidence=tuple((clue.kind, clipped(clue.text, 120)) for clue in violation.evidence),
            comment=_comment(violation.code, format_name),
            waiver=f'medlint waive {violation.fingerprint} --reason "WHY" --by "NAME" --until YYYY-MM-DD',
        )


def _replaced(violation: Violation, file: FileReport) -> str:
    if violation.fix is None or file.document is None:
        return ""
    span = violation.fix.span
    return clipped(file.document.source.text[span.start : span.end])


def _comment(code: str, format_name: str) -> str:
    directive = f"medlint: ignore {code} -- WHY; by: NAME; until: YYYY-MM-DD"
    if format_name == "text":
        return ""
    return f"{{/* {directive} */}}" if format_name == "mdx" else f"<!-- {directive} -->"


def _duties(findings: Sequence[Finding], rules: Iterable[RuleFact], met: Iterable[MetDuty]) -> tuple[Duty, ...]:
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.about.code, []).append(finding)
    places = {one.code: one for one in met}
    return tuple(
        Duty(rule, tuple(by_code.get(rule.code, ())), places.get(rule.code))
        for rule in rules
        if rule.kind in DUTY_KINDS
    )


class _Text(Struct, frozen=True):
    """An article's blocks with the marks in them."""

    document: Document
    marks: Mapping[int, Sequence[Stretch]]
    notes: Mapping[int, Note]
    beside: Mapping[int, Sequence[Finding]] = EMPTY

    def line(self, block: Block) -> Line:
        html = render(self.document, block, self.marks.get(block.index, ()), self.notes)
        return Line(html, block.level, label_of(block))

    def cell(self, cell: Cell) -> CellLines:
        header = cell.blocks[0].scope is Scope.TABLE_HEADER
        return CellLines(cell.gap, header, tuple(self.line(block) for block in cell.blocks))

    def passage(self, group: Group) -> Passage:
        table = group.shape is Shape.TABLE
        return Passage(
            shape=group.shape,
            label=group.label,
            lines=() if table else tuple(self.line(block) for block in group.blocks),
            rows=tuple(tuple(self.cell(cell) for cell in row) for row in rows(group.blocks)) if table else (),
            notes=tuple(finding for block in group.blocks for finding in self.beside.get(block.index, ())),
        )


def _passages(
    document: Document,
    findings: Sequence[Finding],
    marks: Mapping[int, Sequence[Stretch]],
    home: Mapping[int, int],
) -> tuple[Passage, ...]:
    beside: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.placed:
            beside.setdefault(home[finding.number], []).append(finding)
    notes = {finding.number: Note(finding.weight, finding.anchor) for finding in findings}
    text = _Text(document, marks, notes, beside)
    return tuple(text.passage(group) for group in groups(document.blocks))
