"""Measure how CPU time grows with input size, in pairs of runs, so that a busy machine fails no test."""

import gc
import time
from collections.abc import Callable

TRIES = 5


def grows_within(prepare: Callable[[int], Callable[[], object]], small: int, large: int, times: float) -> bool:
    """Whether work of a large size takes less than ``times`` as long as work of a small size.

    ``prepare`` returns the work for a size, which is run several times. Other programs on the machine only add time, so
    one good pair of runs is enough, and too fast growth never gives one. Two milliseconds are allowed for the clock.
    """
    brief, long = prepare(small), prepare(large)
    gc.disable()
    try:
        brief()  # warm up caches
        return any(_seconds(long) < times * (min(_seconds(brief) for _ in range(3)) + 0.002) for _ in range(TRIES))
    finally:
        gc.enable()


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
