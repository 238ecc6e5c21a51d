"""What a run takes from the files beside the articles and from git: waivers, a baseline, a change."""

from linter.cli.exits import UsageError
from linter.project import Project, existing, open_ledger
from linter.report import Report
from linter.typed import TYPE_CHECKING, Namespace, Path

if TYPE_CHECKING:
    from linter.changes import Changes


def settled_by(options: Namespace, report: Report, project: Project, today: str) -> Report:
    """The report after the project's waivers and baseline and ``--diff``; as it is where there are none."""
    honour = not options.no_suppressions
    baseline = None
    if honour:
        baseline = Path(options.baseline) if options.baseline else existing(project.baseline)
    changes = _changes(options.diff) if options.diff else None
    ledger = open_ledger(project, today, waivers=honour, baseline=baseline, changes=changes)
    if ledger is None:
        return report
    from linter.ledger import settled  # most runs do without it

    return settled(report, ledger)


def _changes(since: str) -> "Changes":
    from linter.changes import ChangesError, read_changes
    from linter.parsers import SUFFIXES

    try:
        return read_changes(since, SUFFIXES)
    except ChangesError as error:
        raise UsageError(str(error)) from None
