"""From a file to its articles; what cannot be read, or breaks medlint, is told in one line and stops no other."""

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
"""Largest article that is read, in bytes."""


def articles_of(path: str, copy: "Copy | None" = None) -> "Iterator[Document | FileError]":
    """The articles of a file, in order; ``copy`` says which keys of web code carry copy."""
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
    """The articles of a stream; ``format`` is how it is read where its name does not tell."""
    try:
        yield from documents(path, stream, format, copy)
    except SourceError as error:
        yield FileError(path, str(error), Kind.INPUT)
    except Exception as error:  # noqa: BLE001 - a defect on one file must not stop the run; exit code 3 tells of it
        yield defect(path, error)


def bytes_of(path: str) -> bytes | FileError:
    """What a file holds, if an article can be so large."""
    try:
        with open_regular(path) as stream:
            data = stream.read(MAX_ARTICLE + 1)
    except OSError as error:
        return _unreadable(path, error)
    return too_large(path) if len(data) > MAX_ARTICLE else data


def too_large(path: str) -> FileError:
    """Why a file is not read."""
    return FileError(path, f"is larger than {MAX_ARTICLE:,} bytes; split it", Kind.INPUT)


def _streamed(path: str) -> Iterator[Document | FileError]:
    try:
        with open_regular(path) as stream:
            yield from articles_in(path, stream)
    except OSError as error:
        yield _unreadable(path, error)


def _unreadable(path: str, error: OSError) -> FileError:
    return FileError(path, error.strerror or str(error), Kind.INPUT)


def defect(path: str, error: Exception) -> FileError:
    """A defect of ours in one line: the error and the innermost place in our code; or that there was no memory."""
    if isinstance(error, MemoryError):
        return FileError(path, "there is too little memory to check it; split it, or check it elsewhere", Kind.INTERNAL)
    traceback = error.__traceback__
    place = ""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        place = f"{os.path.basename(code.co_filename)}:{traceback.tb_lineno} in {code.co_name}"
        traceback = traceback.tb_next
    message = " ".join(str(error).split())
    told = f"internal error, please report it: {type(error).__name__}: {message} ({place})"
    return FileError(path, told, Kind.INTERNAL)
