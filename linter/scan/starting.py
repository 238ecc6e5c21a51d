"""Limit how long Daft waits for a worker to start; by default it waits forever, even for one that has died."""

from multiprocessing.connection import Connection, Listener, wait
from typing import Any

from daft.execution import udf

TIMEOUT = 300.0
"""Seconds that a worker may take to start; generous, for busy machines."""


class _Bounded(Listener):
    """The listener by which Daft accepts a new worker."""

    def accept(self) -> "Connection[Any, Any]":
        """Accept the worker's connection. Raises :class:`TimeoutError`, which fails the current part."""
        # a listener has no timeout, and no public name for its socket
        if not wait([self._listener._socket], TIMEOUT):  # type: ignore[attr-defined]
            raise TimeoutError(f"a worker did not start within {TIMEOUT:.0f} s: it crashed or the machine is too busy")
        return super().accept()


def limit_start_time() -> None:
    """Make Daft wait for a new local worker no longer than :data:`TIMEOUT`."""
    udf.Listener = _Bounded  # type: ignore[attr-defined] # Daft imports the name, and has no setting for it
