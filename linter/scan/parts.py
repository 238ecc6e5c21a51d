"""Split a scan into parts: files that are read together, and whose findings are written together or not at all."""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from urllib.parse import unquote

import daft

from linter.parsers import STREAMED, SUFFIXES
from linter.scan import ScanError
from linter.value import Struct

ARTICLES = "articles"
"""The kind of files that are articles themselves."""
EXPORTS = "exports"
"""The kind of files that contain many articles, and may be larger than memory."""

_KINDS = {
    ".parquet": "parquet",
    ".pq": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wet": "warc",
    ".wet.gz": "warc",
    **{suffix: EXPORTS if name in STREAMED else ARTICLES for suffix, name in SUFFIXES.items()},
}


class File(Struct, frozen=True):
    """A file of articles: its address as Daft reads it, its kind and its size in bytes."""

    address: str
    kind: str
    size: int


class Part(Struct, frozen=True):
    """Files of one kind. ``name`` is a hash of their addresses and sizes, so that a changed file makes a new part."""

    kind: str
    files: tuple[str, ...]
    name: str


def find_files(sources: Iterable[str]) -> list[File]:
    """Find the files of paths, folders, patterns and object store addresses, sorted. Raises :class:`ScanError`."""
    found = {file.address: file for source in sources for file in _listed(source)}
    return [found[address] for address in sorted(found)]


def _listed(source: str) -> Iterator[File]:
    folder = "://" not in source and os.path.isdir(source)
    pattern = os.path.join(source, "**") if folder else source
    try:
        listing = daft.from_glob_path(pattern).to_pydict()
    except (daft.exceptions.DaftCoreException, OSError, ValueError) as error:
        reason = str(error).split("\n")[0]
        raise ScanError(f"cannot list {source}: {reason}") from None
    files = [
        File(_local(address), kind, size)
        for address, size in zip(listing["path"], listing["size"], strict=True)
        if (kind := kind_of(address))
    ]
    if not files and not folder:
        raise ScanError(f"nothing to read at {source}: a scan reads {', '.join(sorted(set(_KINDS)))}")
    yield from files


def _local(address: str) -> str:
    """The relative path of a local file, which names its article; other addresses are returned unchanged."""
    if not address.startswith("file://"):
        return address
    path = address.removeprefix("file://")
    path = path if os.path.exists(path) else unquote(path)
    near = os.path.relpath(path)
    return path if near.startswith("..") else near


def kind_of(address: str) -> str:
    """The kind of a file by its suffix; empty if it is not read."""
    name = address.lower()
    return next((_KINDS[end] for end in sorted(_KINDS, key=len, reverse=True) if name.endswith(end)), "")


def in_parts(files: Sequence[File], size: int) -> list[Part]:
    """Group files of one kind into parts of at most ``size`` bytes; a larger file is its own part."""
    parts: list[Part] = []
    by_kind = sorted(files, key=lambda file: (file.kind, file.address))
    for kind, group in groupby(by_kind, key=lambda file: file.kind):
        batch: list[File] = []
        weight = 0
        for file in group:
            if batch and weight + file.size > size:
                parts.append(_part(kind, batch))
                batch, weight = [], 0
            batch.append(file)
            weight += file.size
        parts.append(_part(kind, batch))
    return parts


def _part(kind: str, files: Sequence[File]) -> Part:
    identity = "\n".join(f"{file.address}\0{file.size}" for file in files)
    return Part(kind, tuple(file.address for file in files), sha256(identity.encode()).hexdigest()[:16])
