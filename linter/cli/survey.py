"""Articles checked for commands that write what was found into files: a baseline, waivers, mended articles."""

import time

from linter.checks.setting import Setting
from linter.cli.exits import UsageError
from linter.cli.output import tell
from linter.cli.settings import holder, plugins_of
from linter.config.find import Configurations
from linter.discovery import MissingPathError, find_articles
from linter.outcome import FileError
from linter.planning import Planner
from linter.project import Project, project_of
from linter.report import Report
from linter.run import lint_paths
from linter.typed import TYPE_CHECKING, Namespace
from linter.value import EMPTY, Struct, replace

if TYPE_CHECKING:
    from linter.suppressions.ledger import Ledger


class Survey(Struct, frozen=True):
    """The articles that a command is about, and how each is judged; ``today`` is an ISO date."""

    project: Project
    today: str
    paths: tuple[str, ...]
    planner: Planner
    refused: tuple[FileError, ...] = ()
    """What was not looked into."""

    def report(self, ledger: "Ledger | None" = None) -> Report:
        """All findings, those suppressed that the articles' own comments and the ledger suppress."""
        report = lint_paths(((path, self.planner.of(path)) for path in self.paths), ledger=ledger)
        tell(self.planner.notes)
        return replace(report, errors=(*report.errors, *self.refused))


def survey(options: Namespace) -> Survey:
    """The articles below the paths that the options name. Raises ``UsageError``."""
    if "-" in options.paths:
        raise UsageError("only check reads standard input (-); name files or folders")
    configurations = Configurations()
    project, today = project_of(holder(options), configurations), time.strftime("%Y-%m-%d")
    try:
        found = find_articles(options.paths, configurations.excluded)
    except MissingPathError as error:
        raise UsageError(f"no such file or folder: {error}") from None
    python = "plugin" in options
    plugins = plugins_of(options) if python else EMPTY
    setting = Setting(today=today, root=project.root, approved=project.register(), plugins=plugins)
    planner = Planner(configurations, setting, python=python)
    return Survey(project, today, found.paths, planner, found.refused)
