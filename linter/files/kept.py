"""Files that are kept for the next run, in the user's cache folder: text and JSON, never code.

One is written beside its place and moved there, so that parallel runs never see half of it; a missing or damaged one is
made anew, and a folder that cannot be written is no error.
"""

import os
import sys
import zlib
from collections.abc import Iterable

from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

FOLDER = "MEDLINT_CACHE_DIR"
"""The variable of the environment that names the folder."""
HEAD = 9
"""Bytes before what was written: its checksum."""


def cache_folder() -> str:
    """``MEDLINT_CACHE_DIR``, or the user's cache folder of the platform."""
    named = os.environ.get(FOLDER)
    if named:
        return named
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(local, "medlint", "cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "medlint")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "medlint")


def read_whole(file: str) -> bytes | None:
    """What :func:`write_whole` wrote; None for a file that is missing, damaged or half."""
    try:
        with open(file, "rb", buffering=0) as stream:  # a buffer would copy megabytes once more
            checksum, text = stream.read(HEAD), stream.read()
    except OSError:
        return None
    return text if checksum == _checksum(text) else None


def map_whole(file: str) -> "mmap | None":
    """What :func:`write_whole` wrote, from ``HEAD`` on, as it lies in the system's memory: to read megabytes into our
    own takes three times as long. None as for :func:`read_whole`."""
    from mmap import ACCESS_READ, mmap

    try:
        with open(file, "rb", buffering=0) as stream:
            mapped = mmap(stream.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # a file without a byte has nothing to map
        return None
    with memoryview(mapped) as whole, whole[HEAD:] as text:
        return mapped if whole[:HEAD] == _checksum(text) else None


def write_whole(file: str, text: bytes) -> bool:
    """Write a file of a cache beside its place and move it there; whether it could be written. A cache that cannot be
    kept costs time, no more."""
    beside = f"{file}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        try:
            with open(beside, "xb", opener=_private) as stream:
                stream.write(_checksum(text) + text)
            os.replace(beside, file)
        except BaseException:
            _drop([beside])
            raise
    except OSError:
        return False
    return True


def make_room(folder: str, most: int, kind: str = "") -> None:
    """Drop the older half of a folder's files whose names begin with ``kind``, if they are so many."""
    try:
        names = [name for name in os.listdir(folder) if name.startswith(kind)]
        if len(names) >= most:
            files = sorted((os.path.join(folder, name) for name in names), key=os.path.getmtime)
            _drop(files[: len(files) // 2])
    except OSError:
        return


def _drop(files: Iterable[str]) -> None:
    for file in files:
        try:
            os.unlink(file)
        except OSError:  # another run was sooner
            continue


def _private(file: str, flags: int) -> int:
    """Opens a file that only its owner may read: it holds what articles say."""
    return os.open(file, flags, 0o600)


def _checksum(text: bytes | memoryview) -> bytes:
    """Tells a damaged file from a whole one; no defence, since the folder is the user's own."""
    return b"%08x\n" % zlib.crc32(text)
