"""Whole processes, timed from outside: wall time, processor time and peak memory as the system counts them."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple


class Run(NamedTuple):
    """What one process took: seconds, seconds of processor, MiB at its largest."""

    wall: float
    cpu: float
    peak: float


def timed(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # it has been waited for
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / _UNIT)


_UNIT = 1024 * (1024 if os.uname().sysname == "Darwin" else 1)


def paired(
    one: Sequence[str], other: Sequence[str], rounds: int, environment: Mapping[str, str] | None = None
) -> tuple[list[Run], list[Run]]:
    """Runs of two commands in turn, after one of each that does not count."""
    timed(one, environment), timed(other, environment)
    pairs = [(timed(one, environment), timed(other, environment)) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def ratio(ones: Sequence[Run], others: Sequence[Run], field: str) -> float:
    """The median of the ratios of each pair."""
    return median(getattr(one, field) / getattr(other, field) for one, other in zip(ones, others, strict=True))
