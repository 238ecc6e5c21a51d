"""A fuzzing target, and the temporary files that targets read."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from linter.value import Struct

ROOT = Path(__file__).resolve().parent.parent


class Target(Struct, frozen=True):
    """A reader of untrusted text. Any exception from ``run`` is a find, and so is exceeding the time limit; ``share``
    is its weight when the inputs of a campaign are distributed."""

    name: str
    run: Callable[[str], None]
    seeds: Callable[[], Sequence[str]]
    tokens: Sequence[str]
    share: float
    longest: int = 160


@contextmanager
def on_disk(name: str, text: str, encoding: str = "utf-8") -> Iterator[Path]:
    """Write a text to a temporary file with this name."""
    file = _folder() / name
    file.write_bytes(text.encode(encoding, "replace" if encoding == "latin-1" else "surrogatepass"))
    try:
        yield file
    finally:
        file.unlink()


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="medlint-fuzz-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
