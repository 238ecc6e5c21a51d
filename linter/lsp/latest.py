"""The latest check of each open article, made beside the loop that talks to the client, one at a time."""

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
    """Checks by article; a check of a version that is gone is dropped if it has not begun."""

    def __init__(self) -> None:
        # the index of terms is read as it is asked for, which two at once must not do
        self._worker = ThreadPoolExecutor(1)
        self._runs: dict[str, _Run] = {}

    async def of(self, article: Open, plans: Plans) -> Checked:
        """The check of an article by some plans: the one that is there or under way, else a new one."""
        run = self._runs.get(article.uri)
        if run is None or run.version != article.version or run.plans is not plans or run.outcome.cancelled():
            self.forget(article.uri)
            outcome = asyncio.get_running_loop().run_in_executor(self._worker, check, article, plans)
            run = self._runs[article.uri] = _Run(article.version, plans, outcome)
        return await asyncio.shield(run.outcome)

    def forget(self, uri: str) -> None:
        """Drop what is known of an article."""
        run = self._runs.pop(uri, None)
        if run is not None:
            run.outcome.cancel()
