"""One article of the report: its text in groups with the notes beside them, its facts, its duties."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from linter.document import Block, Document, Scope
from linter.report import FileReport, MetDuty, Report, RuleFact, TreatmentFact
from linter.reports.html.flow import Cell, Group, Shape, groups, label_of, rows
from linter.reports.html.inlines import Note, render
from linter.reports.html.placement import Stretch, stretches
from linter.reports.html.safe import clipped, visible
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


class Finding(Struct, frozen=True):
    """A violation as the page tells it. ``weight`` is its severity, or ``waived``."""

    number: int
    anchor: str
    weight: str
    new: bool
    about: Violation
    excerpt: str
    replaced: str
    """The words that ``proposed`` would stand for; empty where it is put in."""
    proposed: str
    evidence: tuple[tuple[str, str], ...]
    comment: str
    """The comment that suppresses the finding where it stands; empty where the format has no comments."""
    waiver: str


class Line(Struct, frozen=True):
    """A block as HTML with what its element needs."""

    html: Markup
    level: int
    label: str = ""


class CellLines(Struct, frozen=True):
    """A cell of a table; ``gap`` is the number of empty columns before it."""

    gap: int
    header: bool
    lines: tuple[Line, ...]


class Passage(Struct, frozen=True):
    """A group of blocks with the findings that stand in it."""

    shape: Shape
    label: str
    lines: tuple[Line, ...]
    rows: tuple[tuple[CellLines, ...], ...]
    notes: tuple[Finding, ...]


class Duty(Struct, frozen=True):
    """A rule that asks for something, with the findings that say that it is missing, or where it is met (neither: the
    article does not owe it, or nobody could tell)."""

    rule: RuleFact
    findings: tuple[Finding, ...]
    met: MetDuty | None = None

    @property
    def open(self) -> bool:
        """Whether there is a gap that nobody has waived."""
        return any(finding.weight != "waived" for finding in self.findings)


class ArticlePage(Struct, frozen=True):
    """Everything that the article template shows."""

    title: str
    path: str
    status: str
    counts: Mapping[str, int]
    file: FileReport
    findings: tuple[Finding, ...]
    unplaced: tuple[Finding, ...]
    passages: tuple[Passage, ...]
    duties: tuple[Duty, ...]
    treatments: tuple[TreatmentFact, ...]
    readability: tuple[tuple[str, str], ...] = ()

    @property
    def first(self) -> Mapping[str, str]:
        """The anchor of the first finding of each weight."""
        return {finding.weight: finding.anchor for finding in reversed(self.findings)}

    @property
    def promoted(self) -> tuple[TreatmentFact, ...]:
        """The treatments that the article promotes."""
        return tuple(fact for fact in self.treatments if fact.promoted)

    @property
    def mentioned(self) -> tuple[TreatmentFact, ...]:
        """The treatments that it names without promoting them."""
        return tuple(fact for fact in self.treatments if not fact.promoted)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that somebody has suppressed."""
        return tuple(finding for finding in self.findings if finding.weight == "waived")

    @property
    def open_duties(self) -> tuple[Duty, ...]:
        """The duties with a gap."""
        return tuple(duty for duty in self.duties if duty.open)

    @property
    def met_duties(self) -> tuple[Duty, ...]:
        """The duties that the article meets."""
        return tuple(duty for duty in self.duties if duty.met is not None)


def article_page(file: FileReport, report: Report) -> ArticlePage:
    """The page of one article."""
    findings = tuple(_findings(file, report))
    passages, placed = _passages(file.document, findings) if file.document is not None else ((), set[int]())
    counts = Counter(finding.weight for finding in findings)
    return ArticlePage(
        title=title_of(file),
        path=visible(file.path),
        status=status_of(file.violations, report.fail_on),
        counts={weight: counts[weight] for weight in ("error", "warning", "info", "waived")},
        file=file,
        findings=findings,
        unplaced=tuple(finding for finding in findings if finding.number not in placed),
        passages=passages,
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


def _findings(file: FileReport, report: Report) -> Iterator[Finding]:
    format_name = file.document.format if file.document is not None else "markdown"
    names = anchors(file.violations)
    for number, (violation, anchor) in enumerate(zip(file.violations, names, strict=True), 1):
        yield Finding(
            number=number,
            anchor=anchor,
            weight=violation.severity.value if violation.suppressed is None else "waived",
            new=is_new(violation, report),
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


def _passages(document: Document, findings: Sequence[Finding]) -> tuple[tuple[Passage, ...], set[int]]:
    """The passages of an article, and the numbers of the findings that stand in one."""
    marks, home = stretches(
        document,
        ((finding.number, finding.about.span, [clue.span for clue in finding.about.evidence]) for finding in findings),
    )
    beside: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.number in home:
            beside.setdefault(home[finding.number], []).append(finding)
    notes = {finding.number: Note(finding.weight, finding.anchor) for finding in findings}
    text = _Text(document, marks, notes, beside)
    return tuple(text.passage(group) for group in groups(document.blocks)), set(home)
