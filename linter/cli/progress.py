"""A progress line on a terminal for long runs."""

import time
from collections.abc import Callable, Iterator, Sequence

from linter.typed import TextIO

DELAY = 1.0
"""Seconds before the line appears."""
INTERVAL = 0.1
"""Minimum seconds between two updates."""


def tracked(paths: Sequence[str], stream: TextIO, clock: Callable[[], float] = time.monotonic) -> Iterator[str]:
    """Yield the paths, with a line on ``stream`` that counts them and is erased at the end."""
    started = shown = clock()
    drawn = False
    try:
        for number, path in enumerate(paths):
            now = clock()
            if now - started > DELAY and now - shown > INTERVAL:
                stream.write(f"\rmedlint: {number} of {len(paths)} articles")
                stream.flush()
                shown, drawn = now, True
            yield path
    finally:
        if drawn:
            stream.write("\r\x1b[K")
            stream.flush()
