"""Read what a run takes from project files and git: waivers, a baseline, the changes since a commit."""

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

_MAX_SHOWN = 10
"""Maximum number of moved articles that are listed."""


def ledger_of(options: Namespace, project: Project, today: str) -> "Ledger | None":
    """Read the project's waivers and baseline and the changes for ``--diff``; None if there are none of these."""
    honor = not options.no_suppressions
    baseline = None
    if honor:
        baseline = Path(options.baseline) if options.baseline else existing(project.baseline)
    changes = None if options.diff is None else _changes(options.diff)
    return open_ledger(project, today, waivers=honor, baseline=baseline, changes=changes)


def renamed_in(ledger: "Ledger | None", rules: Iterable[RuleFact]) -> Iterator[str]:
    """A line for each rule that has an old code in the baseline."""
    if ledger is None or ledger.baseline is None:
        return
    codes = {code for counts in ledger.baseline.articles.values() for code, _ in counts}
    for rule in rules:
        for old in rule.aliases:
            if old in codes:
                yield f"the baseline: {is_now(old, rule)}; medlint baseline --prune updates it"


def moved_in(report: Report) -> Iterator[str]:
    """A line for each moved article, up to a limit, and one for the rest."""
    for new, old in islice(report.moved.items(), _MAX_SHOWN):
        held = counted(old.held, "accepted finding")
        yield f"{new} is treated as {old.path}, which is gone: {held}; medlint moved records this"
    if len(report.moved) > _MAX_SHOWN:
        yield f"the same applies to {counted(len(report.moved) - _MAX_SHOWN, 'more article')}"


def _changes(since: str) -> "Changes":
    from linter.changes import ChangesError, read_changes
    from linter.parsers import SUFFIXES

    try:
        return read_changes(since, SUFFIXES)
    except ChangesError as error:
        raise UsageError(str(error)) from None
