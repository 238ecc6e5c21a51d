"""What every report format reads: the outcome of one run, as frozen values."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from linter.document import Document
from linter.source import SourceText, unpacked
from linter.typed import Protocol
from linter.value import NamedTuple, Struct
from linter.violation import Citation, Severity, Violation


class Kind(StrEnum):
    """What stopped an article from being checked (or from being checked in full)."""

    INPUT = "input"
    """The file cannot be read as an article: not text, unreadable, too large."""
    INTERNAL = "internal"
    """A defect of medlint itself; the other files are still checked."""


class FileError(Struct, frozen=True):
    """Why a file was not (fully) checked; one line of text. ``line`` and ``column`` are 1-based, 0 when unknown."""

    path: str
    message: str
    kind: Kind
    line: int = 0
    column: int = 0


class TreatmentFact(Struct, frozen=True):
    """A treatment that an article speaks of. ``id`` is its key in the knowledge base.

    ``promoted`` says that the article is held to it: it offers it or, where it sells nothing openly, is about it.
    """

    id: str
    name: str
    promoted: bool
    mentions: int
    fda_status: str = ""
    """What the knowledge base says of the regulator: ``approved``, ``unapproved`` …; empty when unknown."""
    approved_for: tuple[str, ...] = ()
    """The approved uses, in words."""
    risks_named: tuple[str, ...] = ()
    risks_missing: tuple[str, ...] = ()
    """The key risks that the article names and those that it does not name; both empty when nobody looked."""
    written: tuple[str, ...] = ()
    """The names that the article gives it, in lower case, the most frequent first."""


class SectionFact(Struct, frozen=True):
    """How hard a section is to read: its heading (empty before the first), prose words, school grade, and the 1-based
    line that it begins on."""

    heading: str
    words: int
    grade: float
    line: int


class HardSentence(Struct, frozen=True):
    """One of the hardest sentences of an article: its text, its 1-based line and its words."""

    text: str
    line: int
    words: int


class MetDuty(Struct, frozen=True):
    """Where an article has what a rule asks of it: the rule's code, the words, and their 1-based line (0 and no words
    where its metadata has it)."""

    code: str
    text: str = ""
    line: int = 0


class Drawn(Struct, frozen=True):
    """An article as a report shows it that shows articles: its title, and all of it as safe HTML."""

    title: str
    html: str


class FileReport(Struct, frozen=True):
    """One checked article. ``readability`` maps a metric's name to its value; it is empty for a text without prose."""

    path: str
    words: int
    sentences: int
    readability: Mapping[str, float]
    treatments: tuple[TreatmentFact, ...]
    violations: tuple[Violation, ...]
    document: Document | None = None
    """The article itself, for reports that show it."""
    sections: tuple[SectionFact, ...] = ()
    hardest: tuple[HardSentence, ...] = ()
    met: tuple[MetDuty, ...] = ()
    left_out: tuple[tuple[str, ...], ...] = ()
    """The fingerprints of each of the findings that the report leaves out, since no changed line touches them."""
    failures: tuple[str, ...] = ()
    """What could not be looked for, a line each, since code that is not ours failed."""
    packed: bytes = b""
    """The article's text, packed, of an article whose document is not kept."""
    drawn: Drawn | None = None
    """The article set out, where a report shows it."""

    @property
    def unchanged(self) -> int:
        """How many findings the report leaves out."""
        return len(self.left_out)

    @property
    def source(self) -> SourceText | None:
        """The article's text, for reports that show its lines."""
        if self.document is not None:
            return self.document.source
        return unpacked(self.path, self.packed) if self.packed else None


GENERATOR = '<meta name="generator" content="medlint report">'
"""What the head of each page of an HTML report says of itself."""


class RuleFact(Struct, frozen=True):
    """A rule as reports describe it."""

    code: str
    id: str
    family: str
    severity: Severity
    summary: str
    why: str
    suggestion: str
    kind: str = ""
    citations: tuple[Citation, ...] = ()
    """What the rule rests on in the regions of the run."""
    jurisdictions: tuple[str, ...] = ()
    duty: bool = False
    """Whether it asks something of an article as a whole."""
    suppressible: bool = True
    aliases: tuple[str, ...] = ()
    """Its old codes and names."""


class Earlier(Struct, frozen=True):
    """An earlier run that this one is compared with: the fingerprints of its open violations and their families."""

    label: str
    open: Mapping[str, str]

    def knows(self, violation: Violation) -> str:
        """The fingerprint of a finding then, also under an old code of its rule; empty for a new one."""
        return next((name for name in violation.names if name in self.open), "")


class Stamp(Struct, frozen=True):
    """When and on which commit a run was made; reports carry it only when asked, so that their bytes stay the same."""

    time: str
    commit: str = ""


class Sort(NamedTuple):
    """What reports count findings by; ``means`` is the means of suppression, None for an open finding."""

    code: str
    rule: str
    family: str
    severity: Severity
    means: str | None


def sorts(violations: Iterable[Violation]) -> "Counter[Sort]":
    """How many violations there are of each sort."""
    return Counter(
        Sort(one.code, one.rule, one.family, one.severity, None if one.suppressed is None else one.suppressed.means)
        for one in violations
    )


class Files(Protocol):
    """The articles of a run, in order. Those of a large run are read from disk each time that they are gone through,
    so nothing should hold them all."""

    def __iter__(self) -> Iterator[FileReport]: ...
    def __len__(self) -> int: ...


class Report(Struct, frozen=True, dict=True):
    """One run. Files are in order of path; violations of a file in order of place."""

    version: str
    rules_hash: str
    fail_on: Severity
    files: Files
    errors: tuple[FileError, ...]
    rules: tuple[RuleFact, ...] = ()
    regions: tuple[str, ...] = ()
    """The jurisdictions that were configured."""
    grade_target: float = 8
    """The school grade that articles aim at."""
    earlier: Earlier | None = None
    stamp: Stamp | None = None
    since: str = ""
    """The commit whose changes alone the report tells of; empty in a run that tells of everything."""
    counted: Mapping[Sort, int] | None = None
    """How many violations of each sort the files have, where the run has counted them."""

    @cached_property
    def counts(self) -> Mapping[Sort, int]:
        """How many violations there are of each sort."""
        if self.counted is not None:
            return self.counted
        return sorts(violation for file in self.files for violation in file.violations)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """All violations of all files, the suppressed ones too."""
        return tuple(violation for file in self.files for violation in file.violations)

    @property
    def open(self) -> tuple[Violation, ...]:
        """The violations that nobody has suppressed."""
        return tuple(violation for violation in self.violations if violation.suppressed is None)
