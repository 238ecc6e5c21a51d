"""A line on a terminal that tells how far a long run is."""

import time
from collections.abc import Callable, Iterator, Sequence

from linter.typed import TextIO

PATIENCE = 1.0
"""Seconds before the line appears."""
PACE = 0.1
"""Least seconds between two looks of the line."""


def tracked(paths: Sequence[str], stream: TextIO, clock: Callable[[], float] = time.monotonic) -> Iterator[str]:
    """The paths, one by one, with a line on ``stream`` that counts them and is wiped at the end."""
    started = shown = clock()
    drawn = False
    try:
        for number, path in enumerate(paths):
            now = clock()
            if now - started > PATIENCE and now - shown > PACE:
                stream.write(f"\rmedlint: {number} of {len(paths)} articles")
                stream.flush()
                shown, drawn = now, True
            yield path
    finally:
        if drawn:
            stream.write("\r\x1b[K")
            stream.flush()
