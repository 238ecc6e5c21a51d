"""What a run takes from the files beside the articles and from git: waivers, a baseline, a change."""

from collections.abc import Iterable, Iterator

from linter.cli.exits import UsageError
from linter.project import Project, existing, open_ledger
from linter.report import RuleFact
from linter.rules.selection import is_now
from linter.typed import TYPE_CHECKING, Namespace, Path

if TYPE_CHECKING:
    from linter.changes import Changes
    from linter.suppressions.ledger import Ledger


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


def _changes(since: str) -> "Changes":
    from linter.changes import ChangesError, read_changes
    from linter.parsers import SUFFIXES

    try:
        return read_changes(since, SUFFIXES)
    except ChangesError as error:
        raise UsageError(str(error)) from None
