"""Pieces of work spread over processes, their outcomes in order; what one process takes down is told, not lost.

Processes are forks: what is loaded is theirs, too, and nothing is sent to them but the numbers of their pieces. They
take the next piece from one pipe, and each has a pipe of its own for its outcomes, which are bytes.
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
"""Pieces that wait for each process, so that none waits for its next."""
_PATIENCE = 1.0
"""Seconds without news after which it is asked whether a process is gone."""


def can_spread() -> bool:
    """Whether this system has forks."""
    return hasattr(os, "fork")


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(count: int, job: Job, processes: int) -> Iterator[bytes | None]:
    """The outcomes of the pieces ``0 … count - 1``, in order; None for a piece that took its process down.

    Where the system has no room for so many processes, fewer are started. When none is left, the remaining pieces are
    done here.
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
    """A process, what it has begun, and what came of it so far."""

    def __init__(self, process: int, pipe: int) -> None:
        self.process = process
        self.pipe = pipe
        self.alive = True
        self.begun: int | None = None
        self._buffer = bytearray()

    def read(self) -> Iterator[tuple[int, bytes]]:
        """The pieces that are done since the last look."""
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
        """Stop the process, whatever it does."""
        os.close(self.pipe)
        os.kill(self.process, signal.SIGKILL)  # it is not reaped yet, so its number is nobody else's
        os.waitpid(self.process, 0)


def _collect(count: int, job: Job, workers: list[_Worker], dealer: int) -> Iterator[bytes | None]:
    done: dict[int, bytes | None] = {}
    waiting: set[int] = set()
    dealt = 0
    for number in range(count):
        while number not in done:
            alive = [worker for worker in workers if worker.alive]
            if not alive:
                done[number] = job(number)
                break
            while dealt < count and len(waiting) < _AHEAD * len(alive):
                os.write(dealer, _NUMBER.pack(dealt))
                waiting.add(dealt)
                dealt += 1
            ready, _, _ = select.select([worker.pipe for worker in alive], (), (), _PATIENCE)
            if not ready and len(alive) < len(workers) and all(worker.begun is None for worker in alive):
                done[number] = job(number)  # a process took it and was gone before it could say so
                break
            for worker in alive:
                if worker.pipe in ready:
                    done.update(worker.read())
                    if not worker.alive and worker.begun is not None:
                        done[worker.begun] = None
            waiting.difference_update(done)
        yield done.pop(number)


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
        # the keyboard's interrupt ends a worker without a word: the parent tells of it
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
