"""Files and folders written so that nobody ever sees half of one."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

UNFINISHED = ".medlint-"
"""How the name of a folder begins that is being filled; what is killed leaves one."""


def replace_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, or pieces of one, beside its place and move it there, see :func:`replacing`."""
    with replacing(path) as stream:
        stream.writelines([data] if isinstance(data, bytes) else data)


def new_file(path: Path, data: bytes) -> None:
    """Write a file that is not there yet: whole, or not at all. Raises :class:`OSError`, for one that is there, too."""
    with path.open("xb") as stream:
        try:
            stream.write(data)
            stream.flush()
        except BaseException:
            path.unlink()
            raise


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream to a file beside a place, which is moved there once all is written; a file that exists keeps its mode,
    a link stays a link.

    What is no regular file (``/dev/null``, a pipe) is written to. Raises :class:`OSError`.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(name).chmod(target.stat().st_mode & 0o7777 if target.exists() else _usual_mode())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def filling(folder: Path, names: Sequence[str]) -> Iterator[Path]:
    """A new folder to write entries of these names to, which take their places in ``folder`` once all are written; the
    first of them goes first and comes last, so that a folder which has it is whole.

    Where that fails or is interrupted, ``folder`` is as it was. Raises :class:`OSError`.
    """
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder, prefix=UNFINISHED))
    try:
        yield new
        _exchange(folder, new, Path(tempfile.mkdtemp(dir=folder, prefix=UNFINISHED)), names)
        made = False
    finally:
        for unfinished in folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(unfinished, ignore_errors=True)
        if made:
            with suppress(OSError):
                folder.rmdir()


def _exchange(folder: Path, new: Path, old: Path, names: Sequence[str]) -> None:
    """Move the entries of a folder to ``old`` and those of ``new`` to the folder, or leave all where it is."""
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(old / name)
        for name in reversed(names):
            (new / name).replace(folder / name)
    except BaseException:
        for name in names:
            if not (new / name).exists():
                (folder / name).replace(new / name)
            if (old / name).exists():
                (old / name).replace(folder / name)
        raise


def _usual_mode() -> int:
    """The mode that the system gives new files."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
