"""How open articles are judged: by the configuration closest to each and by what its project has accepted, read once
until somebody changes it."""

import os
import time

from linter.checks.setting import Setting
from linter.config.find import Configurations
from linter.planning import Planner
from linter.project import Project, existing, open_ledger, project_of
from linter.report import Report
from linter.run import Plan
from linter.suppressions.ledger import Ledger, settled
from linter.value import Struct, replace


class Judging(Struct, frozen=True):
    """How one article is judged, and what of its findings its project has accepted."""

    plan: Plan
    ledger: Ledger | None

    def settled(self, report: Report) -> Report:
        """The report with what the project has accepted."""
        return report if self.ledger is None else settled(report, self.ledger)


class Plans:
    """The plans of open articles; ``config`` names a configuration file that stands for all others, ``working`` is the
    folder that the editor has open."""

    def __init__(self, config: str = "", working: str = "") -> None:
        self._config = config or None
        self._working = working
        self._day = ""
        self.notes: dict[str, None] = {}
        """What whoever has the editor open should know, in lines."""

    def of(self, path: str) -> Judging | None:
        """How an article is judged, None if a configuration excludes it. Raises ``DataFileError``."""
        today = time.strftime("%Y-%m-%d")
        if self._day != today:  # a server runs for days, and suppressions run out
            self._configurations = Configurations(self._config)
            self._projects: dict[Project, tuple[Planner, Ledger | None]] = {}
            self._day = today
        if self._configurations.excluded(path):
            return None
        planner, ledger = self._project(project_of(os.path.abspath(path), self._configurations, self._working))
        plan = planner.of(path)
        self.notes.update(planner.notes)
        return Judging(plan, ledger)

    def _project(self, project: Project) -> tuple[Planner, Ledger | None]:
        if project not in self._projects:
            setting = Setting(today=self._day, root=project.root, approved=project.register(), portrait=True)
            # a function that does not come back could not be stopped here
            planner = Planner(self._configurations, setting, python=False)
            ledger = open_ledger(project, self._day, baseline=existing(project.baseline))
            # waivers that are wrong themselves stand in their own file, which is no article
            self._projects[project] = planner, None if ledger is None else replace(ledger, waivers_file=None)
        return self._projects[project]
