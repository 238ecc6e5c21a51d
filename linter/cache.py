"""The compiled rule program on disk, so that a run reads one file of data and imports no YAML or schema library.

A cache file is text and JSON, never code. It is written beside its place and moved there, so that parallel runs never
see half of it; a missing, damaged or outdated one is made anew, and a folder that cannot be written is no error.
"""

import contextlib
import json
import os
import sys
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from linter.digest import digest
from linter.rules.program import Program
from linter.typed import Any
from linter.value import replace
from linter.version import VERSION

FORMAT = 4
"""Goes up when the way changes in which a program is kept."""


def cache_folder() -> Path:
    """``MEDLINT_CACHE_DIR``, or the user's cache folder of the platform."""
    named = os.environ.get("MEDLINT_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "medlint" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "medlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "medlint"


def load_program(extra_roots: Iterable[Path] = (), options: Mapping[str, Mapping[str, Any]] | None = None) -> Program:
    """The program of the shipped rules and of further rule folders, some rules' options changed.

    Raises ``rules.load.RuleFileError`` and ``rules.options.OptionError``.
    """
    roots = (_shipped_root(), *extra_roots)
    key = _key(roots, options)
    file = cache_folder() / f"program-{key}"
    program = _read(file)
    if program is None:
        program = _compile(roots[1:], options)
        _write(file, program.stored().encode())
    return program


def _shipped_root() -> Path:
    import lint_rules

    return Path(next(iter(lint_rules.__path__)))


def _compile(extra_roots: Iterable[Path], options: Mapping[str, Mapping[str, Any]] | None) -> Program:
    # pydantic and ruamel.yaml take longer to import than a whole cached run
    from linter.knowledge.compile import compile_knowledge
    from linter.knowledge.terms import knowledge_terms
    from linter.rules.compile import compile_catalogue
    from linter.rules.load import load_catalogue

    catalogue = load_catalogue(*extra_roots)
    if options:
        from linter.rules.options import with_options

        catalogue = replace(catalogue, rules=tuple(with_options(catalogue.rules, options)))
    return compile_catalogue(catalogue, knowledge_terms(), compile_knowledge())


def _key(roots: Iterable[Path], options: Mapping[str, Mapping[str, Any]] | None) -> str:
    """Changes with medlint, Python, the options, and the name, size or time of any rule file."""
    parts = [f"{FORMAT} {VERSION} {sys.version}"]
    if options:
        parts.append(json.dumps(options, sort_keys=True, default=str))
    for root in roots:
        for entry in sorted(_files(str(root)), key=lambda entry: entry.path):
            stat = entry.stat()
            parts.append(f"{entry.path}\0{stat.st_size}\0{stat.st_mtime_ns}")
    return digest("\n".join(parts).encode("utf-8", "surrogateescape"))[:32]


def _files(folder: str) -> Iterable[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            elif entry.is_file():
                yield entry


def _read(file: Path) -> Program | None:
    try:
        checksum, text = file.read_bytes().split(b"\n", 1)
        return Program.load(text.decode()) if checksum == _checksum(text) else None
    except (OSError, ValueError, RecursionError):
        return None


def _write(file: Path, text: bytes) -> None:
    import tempfile  # slow to load, and needed only after the rules have changed

    with contextlib.suppress(OSError):  # a cache that cannot be kept costs time, nothing else
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".program-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(_checksum(text) + b"\n" + text)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _checksum(text: bytes) -> bytes:
    """Tells a damaged file from a whole one; no defence, since the folder is the user's own."""
    return b"%08x" % zlib.crc32(text)
