"""The cache of compiled rule programs, so that a run reads one data file and imports no YAML or schema library."""

import os
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice

from linter.digest import digest
from linter.files.data import DataFileError
from linter.files.kept import FOLDER, HEAD, cache_folder, make_room, map_whole, write_whole
from linter.rules.program import Program
from linter.typed import TYPE_CHECKING, Any, Path
from linter.value import replace
from linter.version import VERSION

if TYPE_CHECKING:
    from linter.rules.load import Catalogue

FORMAT = 13
"""Incremented when the storage format of programs changes."""
MAX_PROGRAMS = 32
"""Each takes some megabytes, and every change to custom rules adds one."""
_PROGRAM = "program-"
MAX_RULE_FILES = 10_000
"""A limit, because a configuration may name the root of a disk as its rule folder."""


def load_program(
    extra_roots: Iterable[Path] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
    catalogue: "Catalogue | None" = None,
    notes: dict[str, None] | None = None,
) -> Program:
    """Load the program of the shipped rules and of further rule folders, with changed rule options.

    ``catalogue`` is the content of these folders, if it has already been read. ``notes`` gets a line for the user if
    the program cannot be cached.

    Raises ``linter.files.data.DataFileError`` and ``rules.options.OptionError``.
    """
    folders = tuple(extra_roots)
    key = _key((_shipped_root(), *map(str, folders)), options)
    file = os.path.join(cache_folder(), f"{_PROGRAM}{key}")
    try:
        return _read(file)
    except (ValueError, RecursionError):  # missing or damaged
        program = _compile(catalogue, folders, options)
    make_room(cache_folder(), MAX_PROGRAMS, _PROGRAM)
    if not write_whole(file, program.stored()) and notes is not None:
        notes[f"cannot write to {cache_folder()}, so each run recompiles the rules; set {FOLDER} to another folder"] = (
            None
        )
    return program


def _shipped_root() -> str:
    import lint_rules

    return next(iter(lint_rules.__path__))


def _compile(
    catalogue: "Catalogue | None", extra_roots: tuple[Path, ...], options: Mapping[str, Mapping[str, Any]] | None
) -> Program:
    # pydantic and ruamel.yaml take longer to import than a whole cached run
    from linter.knowledge.compile import compile_knowledge, knowledge_files
    from linter.knowledge.terms import knowledge_terms
    from linter.rules.compile import compile_catalogue
    from linter.rules.load import load_catalogue

    catalogue = catalogue or load_catalogue(*extra_roots)
    if options:
        from linter.rules.options import with_options

        catalogue = replace(catalogue, rules=tuple(with_options(catalogue.rules, options)))
    files = knowledge_files(*extra_roots)
    return compile_catalogue(catalogue, knowledge_terms(*files), compile_knowledge(*files))


def _key(roots: Iterable[str], options: Mapping[str, Mapping[str, Any]] | None) -> str:
    """A key that changes with medlint, Python, the options, and the name, size or time of any rule file."""
    parts = [f"{FORMAT} {VERSION} {sys.version}"]
    if options:
        import json  # needed only if options are changed

        parts.append(json.dumps(options, sort_keys=True, default=str))
    return digest("\n".join((*parts, _stamp(roots))).encode("utf-8", "surrogateescape"))[:32]


def _stamp(roots: Iterable[str]) -> str:
    """The name, size and time of every file below the folders. Raises :class:`DataFileError`."""
    parts = []
    for root in roots:
        try:
            found = list(islice(_files(root), MAX_RULE_FILES + 1))
        except OSError as error:
            raise DataFileError(f"{error.filename}:1:1: {error.strerror or error}") from None
        if len(found) > MAX_RULE_FILES:
            raise DataFileError(f"{root}:1:1: has more than {MAX_RULE_FILES:,} files; name a folder of rules")
        for entry in sorted(found, key=lambda entry: entry.path):
            stat = entry.stat()
            parts.append(f"{entry.path}\0{stat.st_size}\0{stat.st_mtime_ns}")
    return "\n".join(parts)


def _files(folder: str) -> Iterable[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            elif entry.is_file():
                yield entry


@lru_cache(maxsize=1)  # also keeps a run from spending time on freeing the program at its end
def _read(file: str) -> Program:
    data = map_whole(file)
    if data is None:
        raise ValueError("no program")
    return Program.load(data, HEAD)


def code_stamp() -> str:
    """A stamp that changes with medlint's own code, for its developers."""
    return _stamp([os.path.dirname(__file__)])
