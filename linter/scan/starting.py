"""Workers that do not start: Daft waits for each without end, even for one that has died; here it waits a while."""

from multiprocessing.connection import Connection, Listener, wait
from typing import Any

from daft.execution import udf

PATIENCE = 300.0
"""Seconds that a worker may take to start; a busy machine needs many."""


class _Bounded(Listener):
    """What Daft hears of a new worker by."""

    def accept(self) -> "Connection[Any, Any]":
        """The connection to the worker. Raises :class:`TimeoutError`, which costs the part that needs it."""
        # a listener has no time limit of its own, and its socket no public name
        if not wait([self._listener._socket], PATIENCE):  # type: ignore[attr-defined]
            raise TimeoutError(f"a worker did not start within {PATIENCE:.0f} s: it died, or the machine is too busy")
        return super().accept()


def bound_starts() -> None:
    """Have Daft wait for a new worker of this machine no longer than :data:`PATIENCE`."""
    udf.Listener = _Bounded  # type: ignore[attr-defined] # Daft imports the name, and has no setting for it
