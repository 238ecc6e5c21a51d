"""What came of the files of a run, in their order, in whatever order it comes.

As much as memory should hold is at hand; what comes after that is packed into a temporary file, so that a run of very
many articles needs no more memory than one of many.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.outcomes import pack, unpack
from linter.report import FileError, FileReport, Files, Kind, Sort, sorts
from linter.typed import BinaryIO

AT_HAND = 48_000_000
"""Bytes, about, that reports may take in memory."""
_REPORT, _VIOLATION = 5_000, 4_000
"""Bytes, about, of a report without findings, and of a finding with its words."""


class Gathered:
    """The reports of a run's files, which are gone through in order; ``counts`` are their violations by sort."""

    def __init__(self, count: int, room: int = AT_HAND) -> None:
        # one more, for what comes after the last
        self._slots: list[list[FileReport | _Packed]] = [[] for _ in range(count + 1)]
        self._errors: dict[int, list[FileError]] = {}
        self._room = room
        self._length = 0
        self._file: BinaryIO | None = None
        self.counts = Counter[Sort]()

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def __iter__(self) -> Iterator[FileReport]:
        for slot in self._slots:
            for kept in slot:
                yield kept if isinstance(kept, FileReport) else kept.report()

    def __len__(self) -> int:
        return self._length

    @property
    def files(self) -> Files:
        """The reports; all of them in memory where they are at hand."""
        return tuple(self) if self._file is None else self

    @property
    def errors(self) -> tuple[FileError, ...]:
        """Why files were not checked, or not in full."""
        return tuple(error for _, errors in sorted(self._errors.items()) for error in errors)

    def add(self, number: int, outcomes: Iterable[FileReport | FileError]) -> None:
        """Take what came of the file with a number."""
        for outcome in outcomes:
            if isinstance(outcome, FileReport):
                self._slots[number].append(self._kept(outcome))
                self._length += 1
                self.counts.update(sorts(outcome.violations))
            for error in errors_of(outcome):
                self._errors.setdefault(number, []).append(error)

    def insert(self, number: int, report: FileReport) -> None:
        """Take a report that comes before the file with a number, of a file that is no article."""
        self._slots[number].insert(0, report)
        self._length += 1
        self.counts.update(sorts(report.violations))

    def _kept(self, report: FileReport) -> "FileReport | _Packed":
        text = 0 if report.document is None else len(report.document.source.text)
        drawn = 0 if report.drawn is None else len(report.drawn.html)
        self._room -= _REPORT + text + len(report.packed) + drawn + _VIOLATION * len(report.violations)
        if self._room >= 0:
            return report
        try:
            return self._packed(report)
        except OSError:  # no room on disk is no reason to lose a report
            return report

    def _packed(self, report: FileReport) -> "_Packed":
        if self._file is None:
            from tempfile import TemporaryFile  # few runs are so large

            self._file = TemporaryFile(prefix="medlint-", buffering=0)  # noqa: SIM115 - open while reports are read
        data = pack([report])
        start = self._file.seek(0, 2)
        if self._file.write(data) != len(data):
            raise OSError("the disk is full")
        return _Packed(self._file, start, len(data))


class _Packed:
    """A report in a file."""

    __slots__ = ("_file", "_size", "_start")

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._start, self._size = file, start, size

    def report(self) -> FileReport:
        self._file.seek(self._start)
        (report,) = unpack(self._file.read(self._size))
        return report  # type: ignore[return-value] # what was packed was no error


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
