"""What a run asks of a file once it is done, and how a process tells another, or a later run."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from linter.outcomes import json_of, pack, unpack
from linter.report import FileError, FileReport, Kind, Sort, sorts
from linter.value import Struct
from linter.violation import Severity

_REPORT, _VIOLATION = 5_000, 4_000
"""Bytes, about, of a report without findings, and of a finding with its words."""


class Tally(Struct, frozen=True):
    """What a run asks of a file at once: how many reports there are, about the bytes that they take in memory, why
    articles were not checked, and the violations by sort."""

    reports: int
    size: int
    errors: tuple[FileError, ...]
    counts: Counter[Sort]

    @classmethod
    def of(cls, outcomes: Iterable[FileReport | FileError]) -> "Tally":
        """The tally of what came of a file."""
        outcomes = list(outcomes)
        reports = [outcome for outcome in outcomes if isinstance(outcome, FileReport)]
        errors = tuple(error for outcome in outcomes for error in errors_of(outcome))
        counts = sorts(violation for report in reports for violation in report.violations)
        return cls(len(reports), sum(map(_size, reports)), errors, counts)


class Packed(Struct, frozen=True):
    """What came of a file, as processes tell each other and as it is kept on disk: its tally, and its reports as
    ``linter.outcomes.pack`` packs them."""

    tally: Tally
    data: bytes

    @classmethod
    def of(cls, outcomes: Iterable[FileReport | FileError]) -> "Packed":
        """What came of a file, packed."""
        outcomes = list(outcomes)
        return cls(Tally.of(outcomes), pack(outcome for outcome in outcomes if isinstance(outcome, FileReport)))

    @property
    def reports(self) -> list[FileReport]:
        """The reports; their documents have no blocks."""
        return unpack(self.data)

    def sent(self) -> bytes:
        """The bytes that :meth:`received` reads."""
        tally = self.tally
        return json_of([tally.reports, tally.size, tally.errors, list(tally.counts.items())]) + b"\n" + self.data

    @classmethod
    def received(cls, sent: bytes) -> "Packed":
        """What was sent. Raises ``ValueError`` for most of what was not."""
        head, _, data = sent.partition(b"\n")
        reports, size, errors, counts = json.loads(head)
        told = tuple(FileError(path, message, Kind(kind), *place) for path, message, kind, *place in errors)
        counted = {
            Sort(code, rule, family, Severity(grade), means): count
            for (code, rule, family, grade, means), count in counts
        }
        return cls(Tally(reports, size, told, Counter(counted)), data)


def _size(report: FileReport) -> int:
    text = 0 if report.document is None else len(report.document.source.text)
    drawn = 0 if report.drawn is None else len(report.drawn.html)
    return _REPORT + text + len(report.packed) + drawn + _VIOLATION * len(report.violations)


def errors_of(outcome: FileReport | FileError) -> Iterator[FileError]:
    """What of an article was not checked."""
    if isinstance(outcome, FileReport):
        yield from front_matter_errors(outcome)
        yield from (FileError(outcome.path, line, Kind.INTERNAL) for line in outcome.failures)
    else:
        yield outcome


def front_matter_errors(file: FileReport) -> Iterator[FileError]:
    """Front matter that cannot be read: the prose was checked, but what the metadata says is unknown."""
    if file.document is not None and file.document.front_matter.error:
        front_matter = file.document.front_matter
        start = front_matter.error_span.start if front_matter.error_span else 0
        place = file.document.source.position(start)
        yield FileError(file.path, f"front matter: {front_matter.error}", Kind.INPUT, place.line, place.column)
