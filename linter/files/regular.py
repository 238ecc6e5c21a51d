"""Files that are read only if they are files: opening a pipe waits for its writer, a device has no end."""

import os
import stat

from linter.typed import BinaryIO

_DO_NOT_WAIT = getattr(os, "O_NONBLOCK", 0)


def open_regular(path: "str | os.PathLike[str]") -> "BinaryIO":
    """A file opened for reading its bytes. Raises :class:`OSError`, for what is no regular file, too."""
    # opened without waiting, and then asked what it is: nobody can swap it in between
    handle = os.open(path, os.O_RDONLY | _DO_NOT_WAIT)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, "is not a regular file")
    return open(handle, "rb")
