"""Many articles: read, parsed and checked, each on its own, so that one bad file never stops the others.

From top to bottom: ``plan`` says how articles are judged, ``articles`` takes them out of their files, ``lint`` judges
those of a file, ``finish`` settles and draws them, ``processes`` does so with many files.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO

from linter.outcome import FileError, FileReport
from linter.outcome.gathered import Gathered
from linter.outcome.tally import errors_of
from linter.report import Report
from linter.run.articles import MAX_ARTICLE, too_large
from linter.run.finish import Draw, Finish
from linter.run.lint import lint_file, lint_stream
from linter.run.plan import Plan, outline_of
from linter.typed import TYPE_CHECKING
from linter.value import EMPTY, replace

if TYPE_CHECKING:
    from linter.run.processes import Outcome
    from linter.suppressions.ledger import Ledger

MANY = 32
"""Articles of usual length from which further processes pay: a second of work and more."""

__all__ = ("Plan", "lint_bytes", "lint_input", "lint_paths", "outline_of")


def lint_paths(
    articles: Iterable[tuple[str, Plan]],
    outline: Report | None = None,
    jobs: int | None = 1,
    told: Callable[[Sequence[str]], Iterable[str]] = iter,
    ledger: "Ledger | None" = None,
    draw: Draw | None = None,
) -> Report:
    """Check files by path, each by its plan; equal plans are one object. Of each article the report keeps its source
    and its findings, and no more of them in memory than memory should hold.

    ``outline`` is the report before the files (see :func:`outline_of`). ``jobs`` is the number of processes, 0 one for
    each processor, None as many where they pay and else one. ``told`` is handed the paths and gives them back one by
    one as outcomes come: it may tell how far the run is. ``ledger`` is what the project has accepted. ``draw`` sets an
    article out for a report that shows it.
    """
    planned = list(articles)
    outline = outline or outline_of([plan for _, plan in planned])
    finish = _finish(outline, ledger, draw)
    few = MANY if jobs is None else 2
    if jobs == 1 or len(planned) < few:
        done: Iterator[Outcome] = ((number, finish.each(lint_file(*one))) for number, one in enumerate(planned))
    else:
        from linter.run.processes import outcomes  # a run of few files starts none

        done = outcomes(planned, jobs, few, finish)

    def again(number: int, ledger: "Ledger") -> Iterator[FileReport | FileError]:
        return _finish(outline, ledger, draw).each(lint_file(*planned[number]))

    return _report(outline, planned, told([path for path, _ in planned]), done, ledger, again)


def lint_input(
    name: str,
    data: bytes,
    plan: Plan,
    outline: Report,
    ledger: "Ledger | None" = None,
    draw: Draw | None = None,
) -> Report:
    """Check what was handed over, as from standard input, like a file of this name."""

    def once(ledger: "Ledger | None") -> Iterator[FileReport | FileError]:
        return _finish(outline, ledger, draw).each(_lint_bytes(name, data, plan))

    return _report(outline, [(name, plan)], [name], iter([(0, once(ledger))]), ledger, lambda _, ledger: once(ledger))


def lint_bytes(name: str, data: bytes, plan: Plan) -> Report:
    """Check an article that was handed over; ``name`` gives its path and format. The report keeps its document."""
    found = tuple(_lint_bytes(name, data, plan))
    files = tuple(one for one in found if isinstance(one, FileReport))
    errors = tuple(error for one in found for error in errors_of(one))
    return replace(outline_of([plan]), files=files, errors=errors)


def _lint_bytes(name: str, data: bytes, plan: Plan) -> Iterable[FileReport | FileError]:
    return [too_large(name)] if len(data) > MAX_ARTICLE else lint_stream(name, BytesIO(data), plan)


def _finish(outline: Report, ledger: "Ledger | None", draw: Draw | None) -> Finish:
    if ledger is None:
        return Finish(None, draw)
    from linter.suppressions.ledger import settler  # most runs do without it

    return Finish(settler(ledger, {rule.code: rule for rule in outline.rules}), draw)


def _report(
    outline: Report,
    planned: Sequence[tuple[str, Plan]],
    told: Iterable[str],
    done: "Iterator[Outcome]",
    ledger: "Ledger | None",
    again: "Callable[[int, Ledger], Iterable[FileReport | FileError]]",
) -> Report:
    """The report of the files as they are done; what is wrong with waivers stands where their file comes in order.

    Which articles have moved is known once all are done: those are judged ``again``, by number.
    """
    gathered = Gathered(len(planned))
    for _, outcome in zip(told, done, strict=False):
        gathered.add(*outcome)
    since, moved = "", EMPTY
    if ledger is not None:
        from linter.suppressions.ledger import find_moved, wrong_waivers_of

        if moved := find_moved(gathered, ledger):
            ledger = replace(ledger, moved=moved)
            files = {path.partition("!/")[0] for path in moved}
            for number in [number for number, (path, _) in enumerate(planned) if ledger.called(path) in files]:
                gathered.renew(number, again(number, ledger))
        since = "" if ledger.changes is None else ledger.changes.since
        for wrong in wrong_waivers_of(gathered, ledger, {rule.code: rule for rule in outline.rules}):
            after = [number for number, (path, _) in enumerate(planned) if path > wrong.path]
            gathered.insert(after[0] if after else len(planned), wrong)
    return replace(
        outline, files=gathered.files, errors=gathered.errors, since=since, moved=moved, counted=gathered.counts
    )
