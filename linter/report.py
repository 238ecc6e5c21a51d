"""What every report format reads: the outcome of one run, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from linter.document import Document
from linter.violation import Severity, Violation


class Kind(StrEnum):
    """What stopped an article from being checked (or from being checked in full)."""

    INPUT = "input"
    """The file cannot be read as an article: not text, unreadable, too large."""
    INTERNAL = "internal"
    """A defect of medlint itself; the other files are still checked."""


@dataclass(frozen=True, slots=True)
class FileError:
    """Why a file was not (fully) checked; one line of text. ``line`` and ``column`` are 1-based, 0 when unknown."""

    path: str
    message: str
    kind: Kind
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class TreatmentFact:
    """A treatment that an article speaks of. ``id`` is its key in the knowledge base."""

    id: str
    name: str
    promoted: bool
    mentions: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """One checked article. ``readability`` maps a metric's name to its value; it is empty for a text without prose."""

    path: str
    words: int
    sentences: int
    readability: Mapping[str, float]
    treatments: tuple[TreatmentFact, ...]
    violations: tuple[Violation, ...]
    document: Document | None = None
    """The article itself, for reports that show it."""


@dataclass(frozen=True, slots=True)
class RuleFact:
    """A rule as reports describe it."""

    code: str
    id: str
    family: str
    severity: Severity
    summary: str
    why: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Report:
    """One run. Files are in order of path; violations of a file in order of place."""

    version: str
    rules_hash: str
    fail_on: Severity
    files: tuple[FileReport, ...]
    errors: tuple[FileError, ...]
    rules: tuple[RuleFact, ...] = ()

    @property
    def violations(self) -> tuple[Violation, ...]:
        """All violations of all files, the suppressed ones too."""
        return tuple(violation for file in self.files for violation in file.violations)

    @property
    def open(self) -> tuple[Violation, ...]:
        """The violations that nobody has suppressed."""
        return tuple(violation for violation in self.violations if violation.suppressed is None)
