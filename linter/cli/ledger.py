"""What a run takes from the files beside the articles and from git: waivers, a baseline, a change."""

import os

from linter.cli.commands import UsageError
from linter.cli.project import Project
from linter.report import Report
from linter.typed import TYPE_CHECKING, Namespace, Path

if TYPE_CHECKING:
    from linter.ledger import Ledger


def settled_by(options: Namespace, report: Report, project: Project, today: str) -> Report:
    """The report after the project's waivers and baseline and ``--diff``; as it is where there are none."""
    honour = not options.no_suppressions
    baseline = None
    if honour:
        baseline = Path(options.baseline) if options.baseline else existing(project.baseline)
    ledger = open_ledger(project, today, waivers=honour, baseline=baseline, since=options.diff or "")
    if ledger is None:
        return report
    from linter.ledger import settled  # most runs do without it

    return settled(report, ledger)


def open_ledger(
    project: Project, today: str, waivers: bool = True, baseline: Path | None = None, since: str = ""
) -> "Ledger | None":
    """The ledger of a project: its waivers file if it is there, a baseline, the changes since a commit; None for none
    of them. Raises ``UsageError``."""
    waivers_file = existing(project.waivers) if waivers else None
    if waivers_file is None and baseline is None and not since:
        return None
    from linter.baseline import BaselineError, read_baseline
    from linter.changes import ChangesError, read_changes
    from linter.data_files import DataFileError
    from linter.ledger import Ledger
    from linter.parsers import SUFFIXES
    from linter.waivers.file import read_waivers

    try:
        return Ledger(
            project.root,
            today,
            () if waivers_file is None else read_waivers(waivers_file),
            waivers_file,
            None if baseline is None else read_baseline(baseline),
            read_changes(since, SUFFIXES) if since else None,
        )
    except (BaselineError, ChangesError, DataFileError) as error:
        raise UsageError(str(error)) from None


def existing(file: str) -> Path | None:
    """The file, if it is there."""
    return Path(file) if os.path.isfile(file) else None
