"""How open articles are judged: by the configuration closest to each, read once until somebody changes it."""

import time

from linter.config.find import Configurations
from linter.planning import Planner
from linter.run import Plan


class Plans:
    """The plans of open articles; ``config`` names a configuration file that stands for all others."""

    def __init__(self, config: str = "") -> None:
        self._config = config or None
        self._day = ""

    def of(self, path: str) -> Plan | None:
        """The plan of an article, None if a configuration excludes it. Raises ``DataFileError``."""
        today = time.strftime("%Y-%m-%d")
        if self._day != today:  # a server runs for days, and suppressions run out
            self._configurations = Configurations(self._config)
            self._planner = Planner(self._configurations, today, portrait=True)
            self._day = today
        return None if self._configurations.excluded(path) else self._planner.of(path)
