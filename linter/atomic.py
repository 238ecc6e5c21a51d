"""Files written so that nobody ever sees half of one."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def replace_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, or pieces of one, beside its place and move it there, see :func:`replacing`."""
    with replacing(path) as stream:
        stream.writelines([data] if isinstance(data, bytes) else data)


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


def _usual_mode() -> int:
    """The mode that the system gives new files."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
