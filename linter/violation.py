"""What medlint reports: a violation, its evidence and the law behind it. Frozen values."""

from enum import StrEnum

from linter.fingerprint import fingerprint
from linter.source import Position, SourceText, Span
from linter.typed import Protocol
from linter.value import Struct


class Severity(StrEnum):
    """How much a violation weighs: an error blocks, a warning asks for review, info tells the writer."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _RANKS[self]

    def raised(self, steps: int = 1) -> "Severity":
        """The severity some steps up (down for negative steps), within the scale."""
        return list(Severity)[min(2, max(0, self.rank + steps))]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Evidence(Struct, frozen=True):
    """A piece of the article that a verdict rests on: ``kind`` is the role (effect, subject, target, hedge, …), and
    ``text`` what readers see of it."""

    kind: str
    text: str
    span: Span


class Citation(Struct, frozen=True):
    """A source that a rule rests on. ``reach`` is binding, benchmark, guidance or platform."""

    key: str
    title: str
    reach: str
    url: str = ""


class Edit(Struct, frozen=True):
    """A replacement of a source span. ``safe`` edits keep the meaning; the others are offered for review."""

    span: Span
    text: str
    safe: bool


class Suppression(Struct, frozen=True):
    """Why a violation is not counted: by whom, until when (ISO date) and by which means."""

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
    """Its fingerprints under the old codes of its rule."""

    @property
    def names(self) -> tuple[str, ...]:
        """All fingerprints that a waiver may call it by."""
        return (self.fingerprint, *self.formerly)

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order of a report: path, start, end, code."""
        return (self.path, self.span.start, self.span.end, self.code)


class RuleNames(Protocol):
    """What a rule, in whatever form, gives to each of its violations."""

    @property
    def code(self) -> str:
        """What people call it by: ``EFF001``."""

    @property
    def id(self) -> str:
        """Its name in words."""

    @property
    def family(self) -> str:
        """The family of rules that it belongs to."""

    @property
    def severity(self) -> Severity:
        """How grave its violations are, unless one says otherwise."""

    @property
    def why(self) -> str:
        """Why it matters to patients and to the law."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """The codes that it had before."""


class Occurrence(Struct, frozen=True):
    """A place of a file that a rule reports; ``name`` is the file's in fingerprints, and ``number`` counts from 0 the
    places whose excerpts are equal (:func:`linter.fingerprint.fingerprint`)."""

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
    """A violation of a rule at a place; ``severity`` replaces the rule's own."""
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
