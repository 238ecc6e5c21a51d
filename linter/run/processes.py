"""Check many files in several processes; cached outcomes are read in this one."""

from collections.abc import Iterable, Iterator, Sequence

from linter import workers
from linter.outcome import FileError, FileReport, Kind
from linter.outcome.packing import Packed
from linter.parsers import STREAMED, format_of
from linter.run.articles import internal_error
from linter.run.finish import Finish
from linter.run.lint import cached_outcome, lint_file
from linter.run.plan import Plan

MAX_PROCESSES = 64
"""Each process takes a pipe, and the system limits their number."""
DIED = "the process that checked it was killed or ran out of memory; the other articles were checked"

Planned = Sequence[tuple[str, Plan]]
Outcome = tuple[int, Packed | Iterable[FileReport | FileError]]
"""The number of a file, and the outcomes of its articles."""


def outcomes_of(planned: Planned, jobs: int | None, min_files: int, finish: Finish) -> Iterator[Outcome]:
    """Yield the outcome of each file, in any order; ``jobs`` as in :func:`linter.run.lint_paths`. Fewer than
    ``min_files`` uncached files are checked in this process."""
    uncached: list[int] = []
    for number, (path, plan) in enumerate(planned):
        known = cached_outcome(path, plan)
        if known is None:
            uncached.append(number)
        else:
            yield number, finish.apply(known.reports) if finish.changes else known
    # the outcomes of an export may be more than a process can send at once
    spread = [number for number in uncached if format_of(planned[number][0]) not in STREAMED]
    if len(spread) < min_files:
        yield from _check(planned, uncached, finish)
        return
    yield from _check(planned, spread[:1], finish)  # the forks inherit the modules that this imports
    yield from _spread(planned, spread[1:], jobs, finish)
    yield from _check(planned, [number for number in uncached if format_of(planned[number][0]) in STREAMED], finish)


def _check(planned: Planned, numbers: Iterable[int], finish: Finish) -> Iterator[Outcome]:
    for number in numbers:
        yield number, finish.apply(lint_file(*planned[number]))


def _spread(planned: Planned, numbers: Sequence[int], jobs: int | None, finish: Finish) -> Iterator[Outcome]:
    processes = min(jobs or workers.cores(), len(numbers), MAX_PROCESSES)
    if processes < 2 or not workers.can_spread():
        yield from _check(planned, numbers, finish)
        return
    results = workers.spread(len(numbers), lambda place: _packed(*planned[numbers[place]], finish), processes)
    for number, outcome in zip(numbers, results, strict=True):
        died = [FileError(planned[number][0], DIED, Kind.INTERNAL)]
        yield number, died if outcome is None else Packed.from_bytes(outcome)


def _packed(path: str, plan: Plan, finish: Finish) -> bytes:
    try:
        return Packed.of(finish.apply(lint_file(path, plan))).to_bytes()
    except Exception as error:  # noqa: BLE001 - otherwise the process would seem to have been killed
        return Packed.of([internal_error(path, error)]).to_bytes()
