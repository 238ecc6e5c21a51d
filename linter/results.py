"""What was found in an article is kept on disk, so that an article that has not changed is not read again.

An entry is data, as one process sends it to another, named by a hash of all that decides on it: the article's bytes and
path, the rules with their severities, the setting, and medlint itself. A damaged entry is as good as none; a folder
that cannot be written is no error. The store is bounded: a full part of it drops the older half of its entries.
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

MOST_IN_A_PART = 128
"""There are 256 parts, by the first two digits of the name."""


class Results(Struct, frozen=True):
    """The store of a run; ``judged`` tells how the run judges, see :func:`judged_by`."""

    judged: str

    def name(self, path: str, data: bytes) -> str:
        """The name of an article's entry."""
        return digest(f"{self.judged}\0{path}\0".encode("utf-8", "surrogateescape") + data)[:40]

    def get(self, name: str) -> Packed | None:
        """The report of an article; None if it is not kept."""
        kept = read_whole(_file(name))
        try:
            return None if kept is None else Packed.received(kept)
        except (ValueError, TypeError, LookupError, RecursionError):
            return None

    def put(self, name: str, report: FileReport) -> None:
        """Keep the report of an article."""
        file = _file(name)
        make_room(os.path.dirname(file), MOST_IN_A_PART)
        write_whole(file, Packed.of([report]).sent())


def judged_by(program_hash: str, rules: Iterable[Rule], setting: Setting) -> str:
    """A digest of all that decides on a report beside the article."""
    judged = [f"{rule.code} {rule.severity.value} {rule.settled} {rule.suppressible}" for rule in rules]
    words = [VERSION, sys.version, code_stamp(), program_hash, *judged, repr(setting)]
    return digest("\n".join(words).encode("utf-8", "surrogateescape"))


def folder() -> str:
    """Where the entries lie."""
    return os.path.join(cache_folder(), "results")


def _file(name: str) -> str:
    return os.path.join(folder(), name[:2], name[2:])
