"""Read, parse and check many articles, each on its own, so that one bad file never stops the others.

``plan`` says how articles are checked, ``articles`` reads them from their files, ``lint`` checks those of a file,
``finish`` applies suppressions and renders them, ``processes`` does all this for many files in parallel.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO

from linter.outcome import FileError, FileReport
from linter.outcome.gathered import Gathered
from linter.outcome.tally import errors_of
from linter.report import Report
from linter.run.articles import MAX_ARTICLE, too_large
from linter.run.finish import Finish, Render
from linter.run.lint import lint_file, lint_stream
from linter.run.plan import Plan, outline_of
from linter.typed import TYPE_CHECKING
from linter.value import EMPTY, replace

if TYPE_CHECKING:
    from linter.run.processes import Outcome
    from linter.suppressions.ledger import Ledger

MANY = 32
"""Number of articles from which more processes pay off: about a second of work."""

__all__ = ("Plan", "lint_bytes", "lint_input", "lint_paths", "outline_of")


def lint_paths(
    articles: Iterable[tuple[str, Plan]],
    outline: Report | None = None,
    jobs: int | None = 1,
    progress: Callable[[Sequence[str]], Iterable[str]] = iter,
    ledger: "Ledger | None" = None,
    render: Render | None = None,
) -> Report:
    """Check files by path, each by its plan; equal plans are one object.

    The report keeps the source and the findings of each article, within a memory budget.

    ``outline`` is the report before the files (see :func:`outline_of`). ``jobs`` is the number of processes: 0 for one
    per processor, None for that where it pays off and otherwise one. ``progress`` takes the paths and yields one for
    each outcome, like a progress bar. ``ledger`` is what the project has accepted. ``render`` renders an article for
    reports that show it.
    """
    planned = list(articles)
    outline = outline or outline_of([plan for _, plan in planned])
    finish = _finish(outline, ledger, render)
    min_files = MANY if jobs is None else 2
    if jobs == 1 or len(planned) < min_files:
        outcomes: Iterator[Outcome] = (
            (number, finish.apply(lint_file(path, plan))) for number, (path, plan) in enumerate(planned)
        )
    else:
        from linter.run.processes import outcomes_of  # a run of few files starts no processes

        outcomes = outcomes_of(planned, jobs, min_files, finish)

    def recheck(number: int, ledger: "Ledger") -> Iterator[FileReport | FileError]:
        return _finish(outline, ledger, render).apply(lint_file(*planned[number]))

    return _report(outline, planned, progress([path for path, _ in planned]), outcomes, ledger, recheck)


def lint_input(
    name: str,
    data: bytes,
    plan: Plan,
    outline: Report,
    ledger: "Ledger | None" = None,
    render: Render | None = None,
) -> Report:
    """Check data, such as standard input, like a file of this name."""

    def check(ledger: "Ledger | None") -> Iterator[FileReport | FileError]:
        return _finish(outline, ledger, render).apply(_lint_bytes(name, data, plan))

    return _report(outline, [(name, plan)], [name], iter([(0, check(ledger))]), ledger, lambda _, ledger: check(ledger))


def lint_bytes(name: str, data: bytes, plan: Plan) -> Report:
    """Check an article given as bytes; ``name`` is its path and implies its format. The report keeps its document."""
    outcomes = tuple(_lint_bytes(name, data, plan))
    files = tuple(outcome for outcome in outcomes if isinstance(outcome, FileReport))
    errors = tuple(error for outcome in outcomes for error in errors_of(outcome))
    return replace(outline_of([plan]), files=files, errors=errors)


def _lint_bytes(name: str, data: bytes, plan: Plan) -> Iterable[FileReport | FileError]:
    return [too_large(name)] if len(data) > MAX_ARTICLE else lint_stream(name, BytesIO(data), plan)


def _finish(outline: Report, ledger: "Ledger | None", render: Render | None) -> Finish:
    if ledger is None:
        return Finish(None, render)
    from linter.suppressions.ledger import ledger_applier  # most runs do not need it

    return Finish(ledger_applier(ledger, {rule.code: rule for rule in outline.rules}), render)


def _report(
    outline: Report,
    planned: Sequence[tuple[str, Plan]],
    progress: Iterable[str],
    outcomes: "Iterator[Outcome]",
    ledger: "Ledger | None",
    recheck: "Callable[[int, Ledger], Iterable[FileReport | FileError]]",
) -> Report:
    """Collect the outcomes into a report; findings about waivers are inserted where their file sorts.

    Moved articles are known only when all files are done; ``recheck`` checks these again, by number.
    """
    gathered = Gathered(len(planned))
    for _, outcome in zip(progress, outcomes, strict=False):
        gathered.add(*outcome)
    since, moved = "", EMPTY
    if ledger is not None:
        from linter.suppressions.ledger import faulty_waiver_reports, find_moved

        if moved := find_moved(gathered, ledger):
            ledger = replace(ledger, moved=moved)
            files = {path.partition("!/")[0] for path in moved}
            for number in [number for number, (path, _) in enumerate(planned) if ledger.project_path(path) in files]:
                gathered.replace(number, recheck(number, ledger))
        since = "" if ledger.changes is None else ledger.changes.since
        for wrong in faulty_waiver_reports(gathered, ledger, {rule.code: rule for rule in outline.rules}):
            after = [number for number, (path, _) in enumerate(planned) if path > wrong.path]
            gathered.insert(after[0] if after else len(planned), wrong)
    return replace(
        outline, files=gathered.files, errors=gathered.errors, since=since, moved=moved, counted=gathered.counts
    )
