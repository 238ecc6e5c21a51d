import errno
import os
import signal

import pytest

from linter.workers import can_spread, cores, spread

pytestmark = pytest.mark.skipif(not can_spread(), reason="this system has no forks")


def test_outcomes_come_in_order():
    outcomes = list(spread(200, lambda number: b"x" * (number * 997 % 5000) + str(number).encode(), 3))
    assert outcomes == [b"x" * (number * 997 % 5000) + str(number).encode() for number in range(200)]


def test_an_outcome_may_be_larger_than_a_pipe():
    assert list(spread(4, lambda number: bytes([number]) * 1_000_000, 2)) == [bytes([n]) * 1_000_000 for n in range(4)]


def test_nothing_to_do():
    assert list(spread(0, lambda _: b"", 2)) == []


def test_the_work_is_done_elsewhere():
    assert str(os.getpid()).encode() not in set(spread(20, lambda _: str(os.getpid()).encode(), 2))


@pytest.mark.parametrize("deadly", [{3}, {0, 1, 2}, {7, 8, 9, 10, 11}])
def test_a_process_that_dies_takes_its_piece_with_it_and_no_other(deadly):
    here = os.getpid()

    def job(number):
        if number in deadly and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return str(number).encode()

    outcomes = list(spread(30, job, 3))
    died = {number for number, outcome in enumerate(outcomes) if outcome is None}
    assert died <= deadly
    assert len(died) == min(3, len(deadly))  # when the last process is gone, this one does the rest
    assert all(outcome == str(number).encode() for number, outcome in enumerate(outcomes) if number not in died)


def test_an_error_in_a_process_is_its_death():
    def job(number):
        if number == 2:
            raise KeyboardInterrupt
        return b"done"

    assert list(spread(5, job, 2)) == [b"done", b"done", None, b"done", b"done"]


def test_stopping_early_leaves_no_process():
    outcomes = spread(1000, lambda _: str(os.getpid()).encode(), 2)
    worker = int(next(outcomes) or b"")
    os.kill(worker, 0)
    outcomes.close()
    with pytest.raises(ProcessLookupError):  # neither running nor a zombie
        os.kill(worker, 0)


def test_there_is_a_processor():
    assert cores() >= 1


@pytest.mark.parametrize("room", [0, 1])
@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_a_system_without_room_for_more_processes(monkeypatch, call, room):
    real, calls = getattr(os, call), []

    def scarce():
        calls.append(call)
        if len(calls) > room + (call == "pipe"):  # the first pipe has the tasks
            raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return real()

    monkeypatch.setattr(os, call, scarce)
    assert list(spread(20, lambda number: str(number).encode(), 3)) == [str(number).encode() for number in range(20)]
