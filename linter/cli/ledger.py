"""What a run takes from the files beside the articles and from git: waivers, a baseline, a change."""

from linter.cli.exits import UsageError
from linter.project import Project, existing, open_ledger
from linter.typed import TYPE_CHECKING, Namespace, Path

if TYPE_CHECKING:
    from linter.changes import Changes
    from linter.ledger import Ledger


def ledger_of(options: Namespace, project: Project, today: str) -> "Ledger | None":
    """What the project's waivers and baseline and ``--diff`` say; None where there are none of them."""
    honour = not options.no_suppressions
    baseline = None
    if honour:
        baseline = Path(options.baseline) if options.baseline else existing(project.baseline)
    changes = _changes(options.diff) if options.diff else None
    return open_ledger(project, today, waivers=honour, baseline=baseline, changes=changes)


def _changes(since: str) -> "Changes":
    from linter.changes import ChangesError, read_changes
    from linter.parsers import SUFFIXES

    try:
        return read_changes(since, SUFFIXES)
    except ChangesError as error:
        raise UsageError(str(error)) from None
