"""How the time of work grows with its size: in CPU seconds, in pairs, so that a busy machine fails no test."""

import gc
import time
from collections.abc import Callable

TRIES = 5


def grows_within(prepare: Callable[[int], Callable[[], object]], small: int, large: int, times: float) -> bool:
    """Whether work of a large size takes less than ``times`` as long as work of a small one.

    ``prepare`` makes the work of a size, which is run several times. What else runs on the machine only ever adds time:
    one good pair of runs is enough, and a step that grows too fast gives none. Two milliseconds are the clock's own.
    """
    brief, long = prepare(small), prepare(large)
    gc.disable()
    try:
        brief()  # what is made once is made
        return any(_seconds(long) < times * (min(_seconds(brief) for _ in range(3)) + 0.002) for _ in range(TRIES))
    finally:
        gc.enable()


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
