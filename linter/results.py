"""The result cache on disk, so that unchanged articles are not checked again.

An entry is a packed outcome, named by a hash of everything it depends on: the article's bytes and path, the rules with
their severities, the setting, and medlint itself. A damaged entry counts as missing; a folder that cannot be written is
no error. The size is bounded: a full part drops the older half of its entries.
"""

import os
import sys
from collections.abc import Iterable

from linter.cache import code_stamp
from linter.checks.setting import Setting
from linter.digest import digest
from linter.files.kept import cache_folder, make_room, read_whole, write_whole
from linter.outcome import FileReport
from linter.outcome.packing import Packed
from linter.rules.program import Rule
from linter.value import Struct
from linter.version import VERSION

MAX_PER_PART = 128
"""Maximum entries in each of the 256 parts, which are named by the first two digits of the entry."""


class Results(Struct, frozen=True):
    """The cache of a run; ``context`` is its :func:`context_digest`."""

    context: str

    def name(self, path: str, data: bytes) -> str:
        """Return the name of an article's entry."""
        return digest(f"{self.context}\0{path}\0".encode("utf-8", "surrogateescape") + data)[:40]

    def get(self, name: str) -> Packed | None:
        """Return the entry of an article; None if there is none."""
        kept = read_whole(_file(name))
        try:
            return None if kept is None else Packed.from_bytes(kept)
        except (ValueError, TypeError, LookupError, RecursionError):
            return None

    def put(self, name: str, report: FileReport) -> None:
        """Store the report of an article."""
        file = _file(name)
        make_room(os.path.dirname(file), MAX_PER_PART)
        write_whole(file, Packed.of([report]).to_bytes())


def context_digest(program_hash: str, rules: Iterable[Rule], setting: Setting) -> str:
    """A digest of everything that a report depends on, except the article."""
    levels = [f"{rule.code} {rule.severity.value} {rule.severity_set} {rule.suppressible}" for rule in rules]
    words = [VERSION, sys.version, code_stamp(), program_hash, *levels, repr(setting)]
    return digest("\n".join(words).encode("utf-8", "surrogateescape"))


def folder() -> str:
    """The folder of the entries."""
    return os.path.join(cache_folder(), "results")


def _file(name: str) -> str:
    return os.path.join(folder(), name[:2], name[2:])
