"""What a run takes from the files beside the articles and from git: waivers, a baseline, a change."""

from collections.abc import Iterable, Iterator
from itertools import islice

from linter.cli.exits import UsageError
from linter.project import Project, existing, open_ledger
from linter.report import Report, RuleFact
from linter.reports.wording import counted
from linter.rules.selection import is_now
from linter.typed import TYPE_CHECKING, Namespace, Path

if TYPE_CHECKING:
    from linter.changes import Changes
    from linter.suppressions.ledger import Ledger

_SHOWN = 10
"""Lines on articles that have moved."""


def ledger_of(options: Namespace, project: Project, today: str) -> "Ledger | None":
    """What the project's waivers and baseline and ``--diff`` say; None where there are none of them."""
    honour = not options.no_suppressions
    baseline = None
    if honour:
        baseline = Path(options.baseline) if options.baseline else existing(project.baseline)
    changes = None if options.diff is None else _changes(options.diff)
    return open_ledger(project, today, waivers=honour, baseline=baseline, changes=changes)


def renamed_in(ledger: "Ledger | None", rules: Iterable[RuleFact]) -> Iterator[str]:
    """A line for each rule that the baseline holds under an old code."""
    if ledger is None or ledger.baseline is None:
        return
    codes = {code for counts in ledger.baseline.articles.values() for code, _ in counts}
    for rule in rules:
        for old in rule.aliases:
            if old in codes:
                yield f"the baseline: {is_now(old, rule)}; medlint baseline --prune writes it so"


def moved_in(report: Report) -> Iterator[str]:
    """A line for each article that has moved, and one for those that would fill the screen."""
    for new, old in islice(report.moved.items(), _SHOWN):
        held = counted(old.held, "accepted finding")
        yield f"{new} is taken for {old.path}, which is gone: {held}; medlint moved writes it down"
    if len(report.moved) > _SHOWN:
        yield f"the same holds for {counted(len(report.moved) - _SHOWN, 'more article')}"


def _changes(since: str) -> "Changes":
    from linter.changes import ChangesError, read_changes
    from linter.parsers import SUFFIXES

    try:
        return read_changes(since, SUFFIXES)
    except ChangesError as error:
        raise UsageError(str(error)) from None
