"""The values that the article template shows: passages with notes, facts, duties."""

from collections.abc import Mapping

from markupsafe import Markup

from linter.outcome import FileReport, MetDuty, TreatmentFact
from linter.report import RuleFact
from linter.reports.html.layout import Shape
from linter.value import Struct
from linter.violation import Violation


class Finding(Struct, frozen=True):
    """A violation on the page. ``weight`` is its severity, or ``waived``; ``placed`` means that it is marked in the
    text."""

    number: int
    anchor: str
    weight: str
    new: bool
    placed: bool
    about: Violation
    excerpt: str
    replaced: str
    """The words that ``proposed`` replaces; empty for an insertion."""
    proposed: str
    evidence: tuple[tuple[str, str], ...]
    comment: str
    """The comment that suppresses the finding; empty if the format has no comments."""
    waiver: str


class Line(Struct, frozen=True):
    """A block as HTML, with the heading level and label of its element."""

    html: Markup
    level: int
    label: str = ""


class CellLines(Struct, frozen=True):
    """A cell of a table; ``gap`` is the number of empty columns before it."""

    gap: int
    header: bool
    lines: tuple[Line, ...]


class Passage(Struct, frozen=True):
    """A group of blocks with its findings."""

    shape: Shape
    label: str
    lines: tuple[Line, ...]
    rows: tuple[tuple[CellLines, ...], ...]
    notes: tuple[Finding, ...]


class Duty(Struct, frozen=True):
    """A duty, with the findings for what is missing, or where it is met (neither: it does not apply, or is unknown)."""

    rule: RuleFact
    findings: tuple[Finding, ...]
    met: MetDuty | None = None

    @property
    def open(self) -> bool:
        """Whether it has a finding that is not waived."""
        return any(finding.weight != "waived" for finding in self.findings)


class ArticlePage(Struct, frozen=True):
    """Everything that the article template shows.

    ``whole`` are the findings on the page as a whole, ``unplaced`` those outside all blocks (in a comment or a key of
    the metadata).
    """

    title: str
    path: str
    status: str
    counts: Mapping[str, int]
    file: FileReport
    findings: tuple[Finding, ...]
    whole: tuple[Finding, ...]
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
        """The treatments that the article only mentions."""
        return tuple(fact for fact in self.treatments if not fact.promoted)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The suppressed findings."""
        return tuple(finding for finding in self.findings if finding.weight == "waived")

    @property
    def open_duties(self) -> tuple[Duty, ...]:
        """The duties with open findings."""
        return tuple(duty for duty in self.duties if duty.open)

    @property
    def met_duties(self) -> tuple[Duty, ...]:
        """The duties that the article meets."""
        return tuple(duty for duty in self.duties if duty.met is not None)
