"""Many files over several processes: what is known of them is recalled here, the others are judged there."""

from collections.abc import Iterable, Iterator, Sequence

from linter import workers
from linter.outcome import FileError, FileReport, Kind
from linter.outcome.packing import Packed
from linter.parsers import STREAMED, format_of
from linter.run.articles import defect
from linter.run.finish import Finish
from linter.run.lint import lint_file, recalled
from linter.run.plan import Plan

MOST = 64
"""Processes of a run: each takes a pipe, and a system has only so many."""
DIED = "the process that checked it was killed, or ran out of memory; the others were checked"

Planned = Sequence[tuple[str, Plan]]
Outcome = tuple[int, Packed | Iterable[FileReport | FileError]]
"""The number of a file, and what came of its articles."""


def outcomes(planned: Planned, jobs: int | None, few: int, finish: Finish) -> Iterator[Outcome]:
    """What came of each file, not in order; ``jobs`` as of :func:`linter.run.lint_paths`, where more than one are
    started for no fewer than ``few`` files."""
    fresh: list[int] = []
    for number, (path, plan) in enumerate(planned):
        known = recalled(path, plan)
        if known is None:
            fresh.append(number)
        else:
            yield number, finish.each(known.reports) if finish.changes else known
    # an export may hold more than a process could hand over at once
    spread = [number for number in fresh if format_of(planned[number][0]) not in STREAMED]
    if len(spread) < few:
        yield from _here(planned, fresh, finish)
        return
    yield from _here(planned, spread[:1], finish)  # and what this loads, the processes have from their start
    yield from _spread(planned, spread[1:], jobs, finish)
    yield from _here(planned, [number for number in fresh if format_of(planned[number][0]) in STREAMED], finish)


def _here(planned: Planned, numbers: Iterable[int], finish: Finish) -> Iterator[Outcome]:
    for number in numbers:
        yield number, finish.each(lint_file(*planned[number]))


def _spread(planned: Planned, numbers: Sequence[int], jobs: int | None, finish: Finish) -> Iterator[Outcome]:
    processes = min(jobs or workers.cores(), len(numbers), MOST)
    if processes < 2 or not workers.can_spread():
        yield from _here(planned, numbers, finish)
        return
    done = workers.spread(len(numbers), lambda place: _packed(*planned[numbers[place]], finish), processes)
    for number, outcome in zip(numbers, done, strict=True):
        died = [FileError(planned[number][0], DIED, Kind.INTERNAL)]
        yield number, died if outcome is None else Packed.received(outcome)


def _packed(path: str, plan: Plan, finish: Finish) -> bytes:
    try:
        return Packed.of(finish.each(lint_file(path, plan))).sent()
    except Exception as error:  # noqa: BLE001 - else the process would seem to have been killed
        return Packed.of([defect(path, error)]).sent()
