"""Time whole processes: wall time, CPU time and peak memory, as reported by the system."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple


class Run(NamedTuple):
    """The cost of one process: wall seconds, CPU seconds, peak MiB."""

    wall: float
    cpu: float
    peak: float


def timed(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a command and measure it."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # already waited for
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / _UNIT)


_UNIT = 1024 * (1024 if os.uname().sysname == "Darwin" else 1)


def paired(
    first: Sequence[str], second: Sequence[str], rounds: int, environment: Mapping[str, str] | None = None
) -> tuple[list[Run], list[Run]]:
    """Run two commands alternately, after a warmup of each."""
    timed(first, environment), timed(second, environment)
    pairs = [(timed(first, environment), timed(second, environment)) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def ratio(first_runs: Sequence[Run], second_runs: Sequence[Run], field: str) -> float:
    """The median ratio of the pairs."""
    pairs = zip(first_runs, second_runs, strict=True)
    ratios: list[float] = [getattr(first, field) / getattr(second, field) for first, second in pairs]
    return median(ratios)
