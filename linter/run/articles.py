"""Read the articles of a file; an unreadable file or a crash becomes a one-line error and stops no other article."""

import os
from collections.abc import Iterator
from io import BytesIO

from linter.document import Document
from linter.files.regular import open_regular
from linter.outcome import FileError, Kind
from linter.parsers import STREAMED, documents, format_of
from linter.source import SourceError
from linter.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from linter.parsers.components import Copy

MAX_ARTICLE = 20_000_000
"""Maximum size of an article in bytes."""


def articles_of(path: str, copy: "Copy | None" = None) -> "Iterator[Document | FileError]":
    """Yield the articles of a file, in order; ``copy`` says which keys of web code hold prose."""
    if format_of(path) in STREAMED:
        yield from _streamed(path)
        return
    data = bytes_of(path)
    if isinstance(data, FileError):
        yield data
    else:
        yield from articles_in(path, BytesIO(data), copy)


def articles_in(
    path: str,
    stream: BinaryIO,
    copy: "Copy | None" = None,
    format: str | None = None,  # noqa: A002 - the word of the command line
) -> "Iterator[Document | FileError]":
    """Yield the articles of a stream; ``format`` overrides the format implied by the path."""
    try:
        yield from documents(path, stream, format, copy)
    except SourceError as error:
        yield FileError(path, str(error), Kind.INPUT)
    except Exception as error:  # noqa: BLE001 - a bug must not stop the run; exit code 3 reports it
        yield internal_error(path, error)


def bytes_of(path: str) -> bytes | FileError:
    """Read a file, unless it is larger than an article may be."""
    try:
        with open_regular(path) as stream:
            data = stream.read(MAX_ARTICLE + 1)
    except OSError as error:
        return _unreadable(path, error)
    return too_large(path) if len(data) > MAX_ARTICLE else data


def too_large(path: str) -> FileError:
    """The error for a file that is too large."""
    return FileError(path, f"is larger than {MAX_ARTICLE:,} bytes; split it", Kind.INPUT)


def _streamed(path: str) -> Iterator[Document | FileError]:
    try:
        with open_regular(path) as stream:
            yield from articles_in(path, stream)
    except OSError as error:
        yield _unreadable(path, error)


def _unreadable(path: str, error: OSError) -> FileError:
    return FileError(path, error.strerror or str(error), Kind.INPUT)


def internal_error(path: str, error: Exception) -> FileError:
    """Describe a bug of medlint in one line, with its innermost place in the code; or say that memory ran out."""
    if isinstance(error, MemoryError):
        return FileError(path, "not enough memory to check it; split it, or check it elsewhere", Kind.INTERNAL)
    traceback = error.__traceback__
    place = ""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        place = f"{os.path.basename(code.co_filename)}:{traceback.tb_lineno} in {code.co_name}"
        traceback = traceback.tb_next
    what = " ".join(str(error).split())
    message = f"internal error; please report it: {type(error).__name__}: {what} ({place})"
    return FileError(path, message, Kind.INTERNAL)
