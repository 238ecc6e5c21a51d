"""Spread tasks over processes and yield their results in order; a task that kills its process yields None.

Processes are forks, so they share everything that is loaded and receive only task numbers. All read these from one
shared pipe; each writes its results, which are bytes, to its own pipe.
"""

import os
import select
import signal
import struct
from collections.abc import Callable, Iterator
from contextlib import suppress

Job = Callable[[int], bytes]
_NUMBER = struct.Struct("=q")
_HEAD = struct.Struct("=qq")
_STARTED = -1
_AHEAD = 4
"""Queued tasks for each process, so that none is idle."""
_POLL_SECONDS = 1.0
"""Seconds without a result after which lost tasks are looked for."""


def can_spread() -> bool:
    """Whether this system can fork."""
    return hasattr(os, "fork")


def cores() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(count: int, job: Job, processes: int) -> Iterator[bytes | None]:
    """Yield the results of tasks ``0 … count - 1``, in order; None for a task that killed its process.

    Fewer processes are started if the system allows no more. If none is left, this process runs the remaining tasks.
    """
    tasks, dealer = os.pipe()
    workers: list[_Worker] = []
    try:
        with suppress(OSError):
            for _ in range(processes):
                workers.append(_start(job, tasks, dealer, workers))
        yield from _collect(count, job, workers, dealer)
    finally:
        os.close(tasks)
        os.close(dealer)
        for worker in workers:
            worker.end()


class _Worker:
    """A process, the task that it has begun, and its unread output."""

    def __init__(self, process: int, pipe: int) -> None:
        self.process = process
        self.pipe = pipe
        self.alive = True
        self.begun: int | None = None
        self._buffer = bytearray()

    def read(self) -> Iterator[tuple[int, bytes]]:
        """Yield the tasks finished since the last call."""
        data = os.read(self.pipe, 1 << 20)
        if not data:
            self.alive = False
        self._buffer += data
        while len(self._buffer) >= _HEAD.size:
            number, size = _HEAD.unpack_from(self._buffer)
            if size == _STARTED:
                self.begun, size = number, 0
                del self._buffer[: _HEAD.size]
                continue
            if len(self._buffer) < _HEAD.size + size:
                return
            outcome = bytes(self._buffer[_HEAD.size : _HEAD.size + size])
            del self._buffer[: _HEAD.size + size]
            self.begun = None
            yield number, outcome

    def end(self) -> None:
        """Kill the process."""
        os.close(self.pipe)
        os.kill(self.process, signal.SIGKILL)  # not reaped yet, so its number has not been reused
        os.waitpid(self.process, 0)


def _collect(count: int, job: Job, workers: list[_Worker], dealer: int) -> Iterator[bytes | None]:
    finished: dict[int, bytes | None] = {}
    waiting: set[int] = set()
    dealt = 0
    for number in range(count):
        while number not in finished:
            alive = [worker for worker in workers if worker.alive]
            if not alive:
                finished[number] = job(number)
                break
            while dealt < count and len(waiting) < _AHEAD * len(alive):
                os.write(dealer, _NUMBER.pack(dealt))
                waiting.add(dealt)
                dealt += 1
            ready, _, _ = select.select([worker.pipe for worker in alive], (), (), _POLL_SECONDS)
            if not ready and len(alive) < len(workers) and all(worker.begun is None for worker in alive):
                finished[number] = job(number)  # its process died before it could report the start
                break
            for worker in alive:
                if worker.pipe in ready:
                    finished.update(worker.read())
                    if not worker.alive and worker.begun is not None:
                        finished[worker.begun] = None
            waiting.difference_update(finished)
        yield finished.pop(number)


def _start(job: Job, tasks: int, dealer: int, others: list[_Worker]) -> _Worker:
    pipe, outcomes = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(pipe)
        os.close(outcomes)
        raise
    if process:
        os.close(outcomes)
        return _Worker(process, pipe)
    try:
        # an interrupt ends a worker silently: the parent reports it
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        for other in (dealer, pipe, *(worker.pipe for worker in others)):
            os.close(other)
        while task := os.read(tasks, _NUMBER.size):
            (number,) = _NUMBER.unpack(task)
            _write(outcomes, _HEAD.pack(number, _STARTED))
            outcome = job(number)
            _write(outcomes, _HEAD.pack(number, len(outcome)) + outcome)
    finally:
        os._exit(0)


def _write(pipe: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]
