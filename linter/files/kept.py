"""Cache files that one run leaves for the next, in the user's cache folder: text and JSON, never code.

Writes are atomic, so parallel runs never see a partial file. A missing or damaged file is recreated, and a folder that
cannot be written is no error.
"""

import os
import sys
import zlib
from collections.abc import Iterable

from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

FOLDER = "MEDLINT_CACHE_DIR"
"""The environment variable that names the folder."""
HEAD = 9
"""Length of the checksum, in bytes, that precedes the content."""


def cache_folder() -> str:
    """Return ``MEDLINT_CACHE_DIR``, or the platform's cache folder of the user."""
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
    """Return what :func:`write_whole` wrote, or None if the file is missing, damaged or incomplete."""
    try:
        with open(file, "rb", buffering=0) as stream:  # a buffer would copy megabytes a second time
            checksum, text = stream.read(HEAD), stream.read()
    except OSError:
        return None
    return text if checksum == _checksum(text) else None


def map_whole(file: str) -> "mmap | None":
    """Return what :func:`write_whole` wrote as a memory map with the content at ``HEAD``, or None as in
    :func:`read_whole`. Reading megabytes instead would take three times as long."""
    from mmap import ACCESS_READ, mmap

    try:
        with open(file, "rb", buffering=0) as stream:
            mapped = mmap(stream.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None
    with memoryview(mapped) as whole, whole[HEAD:] as text:
        return mapped if whole[:HEAD] == _checksum(text) else None


def write_whole(file: str, text: bytes) -> bool:
    """Write a cache file atomically and return whether that worked; without the cache, runs are only slower."""
    # no process number: in containers it is the same each time, and a killed run would block all later ones
    temporary = f"{file}.{os.urandom(8).hex()}"
    try:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        try:
            with open(temporary, "xb", opener=_private) as stream:
                stream.write(_checksum(text) + text)
            os.replace(temporary, file)
        except BaseException:
            _drop([temporary])
            raise
    except OSError:
        return False
    return True


def make_room(folder: str, most: int, kind: str = "") -> None:
    """Delete the older half of the files whose names start with ``kind`` if a folder has ``most`` of them or more."""
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
        except OSError:  # another run deleted it
            continue


def _private(file: str, flags: int) -> int:
    """Open a file that only its owner may read, because it quotes articles."""
    return os.open(file, flags, 0o600)


def _checksum(text: bytes | memoryview) -> bytes:
    """Return a checksum against damage, not tampering: the folder belongs to the user."""
    return b"%08x\n" % zlib.crc32(text)
