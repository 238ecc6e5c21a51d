"""Atomic writes of files and folders: readers never see a partial one."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

UNFINISHED = ".medlint-"
"""Name prefix of a folder that is being written; a killed process leaves it behind."""


def replace_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file atomically, from bytes or chunks of bytes; see :func:`replacing`."""
    with replacing(path) as stream:
        stream.writelines([data] if isinstance(data, bytes) else data)


def new_file(path: Path, data: bytes) -> None:
    """Write a new file, completely or not at all. Raises :class:`OSError`, also if the file exists."""
    with path.open("xb") as stream:
        try:
            stream.write(data)
            stream.flush()
        except BaseException:
            path.unlink()
            raise


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a stream to a temporary file that replaces ``path`` at the end.

    An existing file keeps its mode, and a link stays a link. Anything but a regular file (``/dev/null``, a pipe) is
    written to directly. Raises :class:`OSError`.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    # a name has at most 255 bytes, and a character up to four
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(name).chmod(target.stat().st_mode & 0o7777 if target.exists() else _usual_mode())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other run is in here for the same folder. The system frees the folder of a process that dies.
    Without effect where folders cannot be locked (Windows, some network disks). Never nest it for one folder."""
    with ExitStack() as held:
        if sys.platform != "win32":
            import fcntl

            with suppress(OSError):
                handle = os.open(folder, os.O_RDONLY)
                held.callback(os.close, handle)
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def filling(folder: Path, names: Sequence[str]) -> Iterator[Path]:
    """Yield a temporary folder whose entries ``names`` replace those in ``folder`` at the end.

    The first name is removed first and added last, so a folder that has it is complete. If anything fails or is
    interrupted, ``folder`` stays as it was. Raises :class:`OSError`.
    """
    created = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):  # so that unfinished folders are those of killed runs
        new = Path(tempfile.mkdtemp(dir=folder, prefix=UNFINISHED))
        try:
            yield new
            _exchange(folder, new, Path(tempfile.mkdtemp(dir=folder, prefix=UNFINISHED)), names)
            created = False
        finally:
            for unfinished in folder.glob(f"{UNFINISHED}*"):
                shutil.rmtree(unfinished, ignore_errors=True)
            if created:
                with suppress(OSError):
                    folder.rmdir()


def _exchange(folder: Path, new: Path, old: Path, names: Sequence[str]) -> None:
    """Move the entries of ``folder`` to ``old`` and those of ``new`` to ``folder``; undo all moves on failure."""
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
    """Return the mode that new files get from the umask."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
