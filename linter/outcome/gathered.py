"""What came of the files of a run, in their order, in whatever order it comes.

As much as memory should hold is at hand; what comes after that lies packed in a temporary file, so that a run of very
many articles needs no more memory than one of many.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.outcome import FileError, FileReport, Files
from linter.outcome.packing import Packed, pack, unpack
from linter.outcome.tally import Sort, Tally
from linter.typed import BinaryIO

AT_HAND = 48_000_000
"""Bytes, about, that reports may take in memory."""


class Gathered:
    """The reports of a run's files, which are gone through in order; ``counts`` are their violations by sort."""

    def __init__(self, count: int, room: int = AT_HAND) -> None:
        # one more, for what comes after the last
        self._slots: list[list[FileReport | _Stored]] = [[] for _ in range(count + 1)]
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
                yield from [kept] if isinstance(kept, FileReport) else kept.reports()

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

    def add(self, number: int, came: Packed | Iterable[FileReport | FileError]) -> None:
        """Take what came of the file with a number."""
        if isinstance(came, Packed):
            self._count(number, came.tally)
            stored = None if self._room >= 0 else self._stored(came.data)
            self._slots[number] += came.reports if stored is None else [stored]
            return
        for outcome in came:  # one by one: an export may hold more of them than the memory
            self._count(number, Tally.of([outcome]))
            if isinstance(outcome, FileReport):
                stored = None if self._room >= 0 else self._stored(pack([outcome]))
                self._slots[number].append(stored or outcome)

    def renew(self, number: int, came: Iterable[FileReport | FileError]) -> None:
        """Take what came of the file with a number in place of what was taken before."""
        for kept in self._slots[number]:
            old = Tally.of([kept] if isinstance(kept, FileReport) else kept.reports())
            self._length -= old.reports
            self.counts.subtract(old.counts)
        self.counts = +self.counts
        self._slots[number] = []
        self._errors.pop(number, None)
        self.add(number, came)

    def insert(self, number: int, report: FileReport) -> None:
        """Take a report that comes before the file with a number, of a file that is no article."""
        self._count(number, Tally.of([report]))
        self._slots[number].insert(0, report)

    def _count(self, number: int, tally: Tally) -> None:
        self._length += tally.reports
        self._room -= tally.size
        self.counts.update(tally.counts)
        if tally.errors:
            self._errors.setdefault(number, []).extend(tally.errors)

    def _stored(self, data: bytes) -> "_Stored | None":
        """Reports, packed, in the file; None if there is no room on disk, which is no reason to lose them."""
        try:
            if self._file is None:
                from tempfile import TemporaryFile  # few runs are so large

                self._file = TemporaryFile(prefix="medlint-", buffering=0)  # noqa: SIM115 - open while reports are read
            start = self._file.seek(0, 2)
            return _Stored(self._file, start, len(data)) if self._file.write(data) == len(data) else None
        except OSError:
            return None


class _Stored:
    """Reports in a file."""

    __slots__ = ("_file", "_size", "_start")

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._start, self._size = file, start, size

    def reports(self) -> list[FileReport]:
        self._file.seek(self._start)
        return unpack(self._file.read(self._size))
