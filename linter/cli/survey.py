"""Check articles for the commands that write files from the findings: baseline, waivers, fixes."""

import time

from linter.checks.setting import Setting
from linter.cli.exits import UsageError
from linter.cli.output import print_lines
from linter.cli.settings import common_folder, plugins_of
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
    """The articles that a command works on, and how each is checked; ``today`` is an ISO date."""

    project: Project
    today: str
    paths: tuple[str, ...]
    planner: Planner
    refused: tuple[FileError, ...] = ()
    """Errors for paths that were not searched."""

    def report(self, ledger: "Ledger | None" = None) -> Report:
        """Check the articles, applying suppressions in comments and in the ledger."""
        report = lint_paths(((path, self.planner.of(path)) for path in self.paths), ledger=ledger)
        print_lines(self.planner.notes)
        return replace(report, errors=(*report.errors, *self.refused))


def survey(options: Namespace) -> Survey:
    """Find the articles below the paths in the options. Raises ``UsageError``."""
    if "-" in options.paths:
        raise UsageError("only check reads standard input (-); give files or folders")
    configurations = Configurations()
    project, today = project_of(common_folder(options), configurations), time.strftime("%Y-%m-%d")
    try:
        found = find_articles(options.paths, configurations.excluded)
    except MissingPathError as error:
        raise UsageError(f"no such file or folder: {error}") from None
    python = "plugin" in options
    plugins = plugins_of(options) if python else EMPTY
    setting = Setting(today=today, root=project.root, approved=project.register(), plugins=plugins)
    planner = Planner(configurations, setting, python=python)
    return Survey(project, today, found.paths, planner, found.refused)
