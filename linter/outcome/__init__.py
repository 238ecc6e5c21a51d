"""The outcome of checking an article: its report, or the error that prevented one.

``tally`` counts what outcomes contain, ``packing`` serializes them for other processes and the disk, ``gathered``
collects those of a run.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from linter.document import Document
from linter.source import SourceText, unpacked
from linter.typed import Protocol
from linter.value import Struct
from linter.violation import Violation


class Kind(StrEnum):
    """The kind of error that kept an article from being checked (in full)."""

    INPUT = "input"
    """The file cannot be read as an article: not text, unreadable, too large."""
    INTERNAL = "internal"
    """A bug in medlint; the other files are still checked."""


class FileError(Struct, frozen=True):
    """Why a file was not (fully) checked; one line of text. ``line`` and ``column`` are 1-based, 0 when unknown."""

    path: str
    message: str
    kind: Kind
    line: int = 0
    column: int = 0


class TreatmentFact(Struct, frozen=True):
    """A treatment that an article mentions. ``id`` is its key in the knowledge base.

    ``promoted`` means that the article is held to it (``checks.disclosure.held``): offers it or, if it sells nothing
    openly, is about it.
    """

    id: str
    name: str
    promoted: bool
    mentions: int
    fda_status: str = ""
    """The FDA status in the knowledge base: ``approved``, ``unapproved`` …; empty when unknown."""
    approved_for: tuple[str, ...] = ()
    """The approved uses, in words."""
    risks_named: tuple[str, ...] = ()
    risks_missing: tuple[str, ...] = ()
    """The key risks that the article names and omits; both empty if they were not checked."""
    written: tuple[str, ...] = ()
    """The names that the article uses for it, lowercase, most frequent first."""


class SectionFact(Struct, frozen=True):
    """The readability of a section: its heading (empty before the first), number of prose words, school grade, and
    1-based first line."""

    heading: str
    words: int
    grade: float
    line: int


class HardSentence(Struct, frozen=True):
    """One of the hardest sentences of an article: its text, 1-based line and number of words."""

    text: str
    line: int
    words: int


class MetDuty(Struct, frozen=True):
    """Where an article meets a duty: the rule's code, the words that meet it, and their 1-based line (no words and 0
    for metadata)."""

    code: str
    text: str = ""
    line: int = 0


class Rendered(Struct, frozen=True):
    """An article rendered for reports that show articles: its title, and its content as safe HTML."""

    title: str
    html: str


class Former(Struct, frozen=True):
    """A deleted article that this one may have been moved from, because accepted findings of it occur here. ``path`` is
    its project path, ``held`` the number of these findings, ``near`` the number of shared trailing path parts plus
    one."""

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
    """The fingerprints of each finding that the report omits because it is not on a changed line."""
    failures: tuple[str, ...] = ()
    """Checks that failed in third-party code, a line each."""
    packed: bytes = b""
    """The article's compressed text, if its document is not kept."""
    rendered: Rendered | None = None
    """The rendered article, for reports that show it."""
    former: tuple[Former, ...] = ()
    """The deleted articles that it may have been moved from."""

    @property
    def unchanged(self) -> int:
        """The number of findings that the report omits."""
        return len(self.left_out)

    @property
    def source(self) -> SourceText | None:
        """The article's text, for reports that quote its lines."""
        if self.document is not None:
            return self.document.source
        return unpacked(self.path, self.packed) if self.packed else None


class Files(Protocol):
    """The articles of a run, in order. A large run reads them from disk on each iteration, so do not hold them all."""

    def __iter__(self) -> Iterator[FileReport]: ...
    def __len__(self) -> int: ...
