"""Files that are kept for the next run, in the user's cache folder: text and JSON, never code.

One is written beside its place and moved there, so that parallel runs never see half of it; a missing or damaged one is
made anew, and a folder that cannot be written is no error.
"""

import contextlib
import os
import sys
import zlib


def cache_folder() -> str:
    """``MEDLINT_CACHE_DIR``, or the user's cache folder of the platform."""
    named = os.environ.get("MEDLINT_CACHE_DIR")
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
            checksum, text = stream.read(9), stream.read()
    except OSError:
        return None
    return text if checksum == _checksum(text) else None


def write_whole(file: str, text: bytes) -> None:
    """Write a file of a cache beside its place and move it there. A cache that cannot be kept costs time, no more."""
    beside = f"{file}.{os.getpid()}"
    with contextlib.suppress(OSError):
        os.makedirs(os.path.dirname(file), exist_ok=True)
        try:
            with open(beside, "xb", opener=_private) as stream:
                stream.write(_checksum(text) + text)
            os.replace(beside, file)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(beside)
            raise


def make_room(folder: str, most: int, kind: str = "") -> None:
    """Drop the older half of a folder's files whose names begin with ``kind``, if they are so many."""
    with contextlib.suppress(OSError):
        names = [name for name in os.listdir(folder) if name.startswith(kind)]
        if len(names) >= most:
            files = sorted((os.path.join(folder, name) for name in names), key=os.path.getmtime)
            for file in files[: len(files) // 2]:
                os.unlink(file)


def _private(file: str, flags: int) -> int:
    """Opens a file that only its owner may read: it holds what articles say."""
    return os.open(file, flags, 0o600)


def _checksum(text: bytes) -> bytes:
    """Tells a damaged file from a whole one (sooner than a CRC); no defence, since the folder is the user's own."""
    return b"%08x\n" % zlib.adler32(text)
