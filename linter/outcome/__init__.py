"""What came of an article: its report, or why there is none.

``tally`` is what a run counts of it, ``packing`` how it is written down for other processes and on disk, ``gathered``
what came of all the articles of a run.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from linter.document import Document
from linter.source import SourceText, unpacked
from linter.typed import Protocol
from linter.value import Struct
from linter.violation import Violation


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


class Former(Struct, frozen=True):
    """An article that is gone and that this one may be, since findings that were accepted there stand here: ``path``
    is its project path, ``held`` how many these are, ``near`` how many ends the two paths have in common."""

    path: str
    held: int
    near: int


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
    former: tuple[Former, ...] = ()
    """What it may have been called when its findings were accepted."""

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


class Files(Protocol):
    """The articles of a run, in order. Those of a large run are read from disk each time that they are gone through,
    so nothing should hold them all."""

    def __iter__(self) -> Iterator[FileReport]: ...
    def __len__(self) -> int: ...
