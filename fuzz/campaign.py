"""Run many inputs on a target, each with a time limit; minimize failing inputs and save them as test cases."""

import hashlib
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType

from fuzz.inputs import mutated
from fuzz.target import ROOT, Target
from linter.value import Struct

LIMIT = 2.0
"""CPU time limit of an input, in seconds."""
FINDS = ROOT / "tests" / "broken" / "fuzzed"
"""A folder for each target; each file in it is a text that once failed."""


class Hang(BaseException):
    """An input took longer than :data:`LIMIT`; not an ``Exception``, so that no handler catches it."""


class Find(Struct, frozen=True):
    """A failing text, and its failure."""

    text: str
    failure: str


class Outcome(Struct, frozen=True):
    """The result of a campaign: number of inputs, CPU seconds of the slowest, and one find for each kind of failure."""

    inputs: int
    slowest: float
    finds: tuple[Find, ...]


def failure_of(target: Target, text: str) -> str:
    """How a target fails on a text: the type of error and the innermost place; empty if it does not fail."""
    try:
        with _limited():
            target.run(text)
    except Hang:
        return f"Hang: more than {LIMIT} s"
    except Exception as error:  # noqa: BLE001 - any exception is a find
        traceback, place = error.__traceback__, ""
        while traceback is not None:
            code = traceback.tb_frame.f_code
            place = f"{Path(code.co_filename).name}:{traceback.tb_lineno} in {code.co_name}"
            traceback = traceback.tb_next
        return f"{type(error).__name__} at {place}: {' '.join(str(error).split())[:300]}"
    return ""


def by_mutation(target: Target, inputs: int, seed: int) -> Outcome:
    """Run inputs made by mutating valid texts; the same seed gives the same inputs."""
    random, seeds = Random(f"{seed} {target.name}"), target.seeds()
    return _run(target, (mutated(random, seeds, target.tokens, target.longest) for _ in range(inputs)))


def by_hypothesis(target: Target, inputs: int, seed: int) -> Outcome:
    """Run inputs that hypothesis generates from the tokens of the grammar and arbitrary characters."""
    import hypothesis
    from hypothesis import strategies as st

    parts = st.one_of(
        st.sampled_from(list(target.tokens)), st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
    )
    outcomes: list[Outcome] = []

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=inputs, database=None, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
    )
    @hypothesis.given(st.lists(parts, max_size=30).map("".join))
    def feed(text: str) -> None:
        outcomes.append(_run(target, iter([text])))

    feed()
    finds = {_kind(find.failure): find for outcome in outcomes for find in outcome.finds}
    return Outcome(len(outcomes), max((outcome.slowest for outcome in outcomes), default=0), tuple(finds.values()))


def keep(target: Target, find: Find) -> Path:
    """Save a find as a file that the tests run again."""
    folder = FINDS / target.name
    folder.mkdir(parents=True, exist_ok=True)
    data = find.text.encode("utf-8", "surrogatepass")
    file = folder / hashlib.sha256(data).hexdigest()[:10]
    file.write_bytes(data)
    return file


def _run(target: Target, texts: Iterator[str]) -> Outcome:
    finds: dict[str, Find] = {}
    inputs, slowest = 0, 0.0
    for text in texts:
        inputs += 1
        started = time.process_time()
        failure = failure_of(target, text)
        slowest = max(slowest, time.process_time() - started)
        if failure and _kind(failure) not in finds:
            finds[_kind(failure)] = Find(_smallest(target, text, _kind(failure)), failure)
    return Outcome(inputs, slowest, tuple(finds.values()))


def _kind(failure: str) -> str:
    return failure.split(": ", 1)[0]


def _smallest(target: Target, text: str, kind: str) -> str:
    """Remove the parts of a text that are not needed for its failure."""
    if kind == "Hang":
        return text
    size = len(text) // 2
    while size:
        start = 0
        while start < len(text):
            shorter = text[:start] + text[start + size :]
            if _kind(failure_of(target, shorter)) == kind:
                text = shorter
            else:
                start += size
        size //= 2
    return text


@contextmanager
def _limited() -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _too_long(number: int, frame: FrameType | None) -> None:
    raise Hang
