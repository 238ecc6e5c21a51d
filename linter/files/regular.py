"""Opening regular files only: opening a pipe blocks until it has a writer, and reading a device may never end."""

import os
import stat

from linter.typed import BinaryIO

_DO_NOT_WAIT = getattr(os, "O_NONBLOCK", 0)


def open_regular(path: "str | os.PathLike[str]") -> "BinaryIO":
    """Open a file for reading bytes. Raises :class:`OSError`, also if it is not a regular file."""
    # check the open handle, not the path, so that the file cannot be swapped in between
    handle = os.open(path, os.O_RDONLY | _DO_NOT_WAIT)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, "is not a regular file")
    return open(handle, "rb")
