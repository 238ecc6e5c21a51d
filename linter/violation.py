"""What medlint reports: violations, their evidence and the sources behind them. Frozen values."""

from enum import StrEnum

from linter.fingerprint import fingerprint
from linter.source import Position, SourceText, Span
from linter.typed import Protocol
from linter.value import Struct


class Severity(StrEnum):
    """How severe a violation is: an error blocks, a warning asks for review, info informs the writer."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _RANKS[self]

    def raised(self, steps: int = 1) -> "Severity":
        """Return the severity ``steps`` higher (lower if negative), clamped to the scale."""
        return list(Severity)[min(2, max(0, self.rank + steps))]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Evidence(Struct, frozen=True):
    """A part of the article that supports a finding: ``kind`` is its role (effect, subject, target, hedge, …), ``text``
    is what readers see of it."""

    kind: str
    text: str
    span: Span


class Citation(Struct, frozen=True):
    """A source that a rule is based on. ``reach`` is binding, benchmark, guidance or platform."""

    key: str
    title: str
    reach: str
    url: str = ""


class Edit(Struct, frozen=True):
    """A replacement for a source span. Edits marked ``safe`` keep the meaning; the others need review."""

    span: Span
    text: str
    safe: bool


class Suppression(Struct, frozen=True):
    """Why a violation is not counted: by which means, for what reason, by whom, and until when (ISO date)."""

    means: str
    reason: str
    by: str = ""
    until: str = ""


class Violation(Struct, frozen=True):
    """One finding. ``excerpt`` is exactly ``source[span.start:span.end]``."""

    path: str
    span: Span
    start: Position
    end: Position
    code: str
    rule: str
    family: str
    severity: Severity
    message: str
    excerpt: str
    why: str
    evidence: tuple[Evidence, ...]
    citations: tuple[Citation, ...]
    suggestion: str
    fix: Edit | None
    fingerprint: str
    suppressed: Suppression | None = None
    formerly: tuple[str, ...] = ()
    """The finding's fingerprints under former codes of its rule."""

    @property
    def names(self) -> tuple[str, ...]:
        """All fingerprints that a waiver may use for it."""
        return (self.fingerprint, *self.formerly)

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """The sort key of reports: path, start, end, code."""
        return (self.path, self.span.start, self.span.end, self.code)


class RuleNames(Protocol):
    """The attributes of a rule that its violations take over."""

    @property
    def code(self) -> str:
        """Its code, such as ``EFF001``."""

    @property
    def id(self) -> str:
        """Its name, such as ``unhedged-cure-claim``."""

    @property
    def family(self) -> str:
        """The family that it belongs to."""

    @property
    def severity(self) -> Severity:
        """The default severity of its violations."""

    @property
    def why(self) -> str:
        """Why it matters, for a writer."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its former codes."""


class Occurrence(Struct, frozen=True):
    """A place that a rule reports. ``name`` is the file's name in fingerprints; ``number`` counts, from 0, places with
    equal excerpts (:func:`linter.fingerprint.fingerprint`)."""

    source: SourceText
    name: str
    span: Span
    number: int = 0


def violation_of(
    rule: RuleNames,
    at: Occurrence,
    *,
    message: str,
    suggestion: str,
    citations: tuple[Citation, ...],
    severity: Severity | None = None,
    evidence: tuple[Evidence, ...] = (),
    fix: Edit | None = None,
) -> Violation:
    """Create a violation of a rule at a place; ``severity`` overrides the rule's."""
    excerpt = at.source.text[at.span.start : at.span.end]
    return Violation(
        path=at.source.path,
        span=at.span,
        start=at.source.position(at.span.start),
        end=at.source.position(at.span.end),
        code=rule.code,
        rule=rule.id,
        family=rule.family,
        severity=severity or rule.severity,
        message=message,
        excerpt=excerpt,
        why=rule.why,
        evidence=evidence,
        citations=citations,
        suggestion=suggestion,
        fix=fix,
        fingerprint=fingerprint(at.name, rule.code, excerpt, at.number),
        formerly=tuple([fingerprint(at.name, old, excerpt, at.number) for old in rule.aliases]),
    )
