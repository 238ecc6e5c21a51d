"""A target: a reader of what somebody else wrote, fed with texts; and the places that it reads them from."""

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
    """One reader: ``run`` gets a text and raises only if something is wrong, so that any exception is a find, and so is
    a run over the limit; ``share`` says how many of a campaign's inputs it gets, beside the others."""

    name: str
    run: Callable[[str], None]
    seeds: Callable[[], Sequence[str]]
    tokens: Sequence[str]
    share: float
    longest: int = 160


@contextmanager
def on_disk(name: str, text: str, encoding: str = "utf-8") -> Iterator[Path]:
    """A file of this name with a text, for as long as it is read."""
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
