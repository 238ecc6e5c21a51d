"""The outcomes of a run, in the order of its files, whatever order they arrive in.

Reports stay in memory up to a budget; later ones are packed into a temporary file, so memory use is bounded.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.outcome import FileError, FileReport, Files
from linter.outcome.packing import Packed, pack, unpack
from linter.outcome.tally import Group, Tally
from linter.typed import BinaryIO

MEMORY_BUDGET = 48_000_000
"""Approximate bytes that reports may take in memory."""


class Gathered:
    """The reports of a run, iterated in the order of its files; ``counts`` are their violations by group."""

    def __init__(self, count: int, room: int = MEMORY_BUDGET) -> None:
        # the extra slot is for reports inserted after the last file
        self._slots: list[list[FileReport | _Stored]] = [[] for _ in range(count + 1)]
        self._errors: dict[int, list[FileError]] = {}
        self._room = room
        self._length = 0
        self._file: BinaryIO | None = None
        self.counts = Counter[Group]()

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
        """The reports: a tuple if they all fit in memory, else this object."""
        return tuple(self) if self._file is None else self

    @property
    def errors(self) -> tuple[FileError, ...]:
        """The errors of files that were not (fully) checked."""
        return tuple(error for _, errors in sorted(self._errors.items()) for error in errors)

    def add(self, number: int, outcomes: Packed | Iterable[FileReport | FileError]) -> None:
        """Add the outcomes of the file with this number."""
        if isinstance(outcomes, Packed):
            self._count(number, outcomes.tally)
            stored = None if self._room >= 0 else self._stored(outcomes.data)
            self._slots[number] += outcomes.reports if stored is None else [stored]
            return
        for outcome in outcomes:  # one by one: those of an export may not fit in memory
            self._count(number, Tally.of([outcome]))
            if isinstance(outcome, FileReport):
                stored = None if self._room >= 0 else self._stored(pack([outcome]))
                self._slots[number].append(stored or outcome)

    def replace(self, number: int, outcomes: Iterable[FileReport | FileError]) -> None:
        """Replace the outcomes of the file with this number."""
        for kept in self._slots[number]:
            old = Tally.of([kept] if isinstance(kept, FileReport) else kept.reports())
            self._length -= old.reports
            self.counts.subtract(old.counts)
        self.counts = +self.counts
        self._slots[number] = []
        self._errors.pop(number, None)
        self.add(number, outcomes)

    def insert(self, number: int, report: FileReport) -> None:
        """Insert a report of a file that is not an article before the file with this number."""
        self._count(number, Tally.of([report]))
        self._slots[number].insert(0, report)

    def _count(self, number: int, tally: Tally) -> None:
        self._length += tally.reports
        self._room -= tally.size
        self.counts.update(tally.counts)
        if tally.errors:
            self._errors.setdefault(number, []).extend(tally.errors)

    def _stored(self, data: bytes) -> "_Stored | None":
        """Append packed reports to the file. Return None if the disk is full, so that they stay in memory."""
        try:
            if self._file is None:
                from tempfile import TemporaryFile  # needed only by large runs

                self._file = TemporaryFile(prefix="medlint-", buffering=0)  # noqa: SIM115 - open while reports are read
            start = self._file.seek(0, 2)
            return _Stored(self._file, start, len(data)) if self._file.write(data) == len(data) else None
        except OSError:
            return None


class _Stored:
    """Packed reports in the temporary file."""

    __slots__ = ("_file", "_size", "_start")

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._start, self._size = file, start, size

    def reports(self) -> list[FileReport]:
        self._file.seek(self._start)
        return unpack(self._file.read(self._size))
