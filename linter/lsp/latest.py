"""Keep the latest check of each open article; checks run one at a time in a thread, outside the event loop."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from linter.lsp.check import Checked, Open, check
from linter.lsp.plans import Plans
from linter.value import Struct


class _Run(Struct, frozen=True):
    version: int
    plans: Plans
    outcome: "asyncio.Future[Checked]"


class Latest:
    """Checks by article; the check of an outdated version is dropped if it has not started."""

    def __init__(self) -> None:
        # a single thread, because the term index is loaded lazily and is not thread-safe
        self._worker = ThreadPoolExecutor(1)
        self._runs: dict[str, _Run] = {}

    async def of(self, article: Open, plans: Plans) -> Checked:
        """Return the check of an article by these plans: the finished or running one, else a new one."""
        run = self._runs.get(article.uri)
        if run is None or run.version != article.version or run.plans is not plans or run.outcome.cancelled():
            self.forget(article.uri)
            outcome = asyncio.get_running_loop().run_in_executor(self._worker, check, article, plans)
            run = self._runs[article.uri] = _Run(article.version, plans, outcome)
        return await asyncio.shield(run.outcome)

    def forget(self, uri: str) -> None:
        """Drop the check of an article."""
        run = self._runs.pop(uri, None)
        if run is not None:
            run.outcome.cancel()
