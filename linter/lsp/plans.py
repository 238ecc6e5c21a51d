"""The plans of open articles, from the closest configuration and the accepted findings; cached until a change."""

import os
import time

from linter.checks.setting import Setting
from linter.config.find import Configurations
from linter.planning import Planner
from linter.project import Project, existing, open_ledger, project_of
from linter.report import Report
from linter.run import Plan
from linter.suppressions.ledger import Ledger, apply_ledger
from linter.value import Struct, replace


class Judgment(Struct, frozen=True):
    """How one article is checked, and what its project has accepted."""

    plan: Plan
    ledger: Ledger | None

    def apply_ledger(self, report: Report) -> Report:
        """Apply what the project has accepted to a report."""
        return report if self.ledger is None else apply_ledger(report, self.ledger)


class Plans:
    """The plans of open articles; ``config`` is a configuration file that replaces all others, ``working`` the folder
    that the editor has open."""

    def __init__(self, config: str = "", working: str = "") -> None:
        self._config = config or None
        self._working = working
        self._day = ""
        self.notes: dict[str, None] = {}
        """Lines for the user, as keys."""

    def of(self, path: str) -> Judgment | None:
        """How an article is checked; None if a configuration excludes it. Raises ``DataFileError``."""
        today = time.strftime("%Y-%m-%d")
        if self._day != today:  # a server runs for days, and suppressions expire
            self._configurations = Configurations(self._config)
            self._projects: dict[Project, tuple[Planner, Ledger | None]] = {}
            self._day = today
        if self._configurations.excluded(path):
            return None
        planner, ledger = self._project(project_of(os.path.abspath(path), self._configurations, self._working))
        plan = planner.of(path)
        self.notes.update(planner.notes)
        return Judgment(plan, ledger)

    def _project(self, project: Project) -> tuple[Planner, Ledger | None]:
        if project not in self._projects:
            setting = Setting(today=self._day, root=project.root, approved=project.register(), portrait=True)
            # no rules in Python: one that hangs could not be stopped here
            planner = Planner(self._configurations, setting, python=False)
            ledger = open_ledger(project, self._day, baseline=existing(project.baseline))
            # faulty waivers are reported in the waivers file, which is not an open article
            self._projects[project] = planner, None if ledger is None else replace(ledger, waivers_file=None)
        return self._projects[project]
