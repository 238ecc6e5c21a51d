"""What was found in an article is kept on disk, so that an article that has not changed is not read again.

An entry is data (JSON), named by a hash of all that decides on it: the article's bytes and path, the rules with their
severities, the setting, and medlint itself. A damaged entry is as good as none; a folder that cannot be written is no
error. The store is bounded: a full part of it drops the older half of its entries.
"""

import json
import os
import sys
from collections.abc import Iterable

from linter.cache import cache_folder, code_stamp, make_room, read_whole, write_whole
from linter.checks.article import Setting
from linter.digest import digest
from linter.document import Document
from linter.outcomes import json_of, plain, report_of
from linter.parsers import format_of
from linter.report import FileReport
from linter.rules.program import Rule
from linter.source import SourceError, decode
from linter.value import Struct
from linter.version import VERSION

MOST_IN_A_PART = 128
"""There are 256 parts, by the first two digits of the name."""


class Results(Struct, frozen=True):
    """The store of a run; ``judged`` says in words how the run judges, see :func:`judged_by`."""

    judged: str

    def name(self, path: str, data: bytes) -> str:
        """The name of an article's entry."""
        return digest(f"{self.judged}\0{path}\0".encode("utf-8", "surrogateescape") + data)[:40]

    def get(self, name: str, path: str, data: bytes) -> FileReport | None:
        """The report of an article with its source, but without its blocks; None if it is not kept."""
        text = read_whole(_file(name))
        if text is None:
            return None
        try:
            return report_of(json.loads(text), Document(decode(path, data), format_of(path), (), ()))
        except (ValueError, TypeError, LookupError, RecursionError, SourceError):
            return None

    def put(self, name: str, report: FileReport) -> None:
        """Keep the report of an article."""
        file = _file(name)
        make_room(os.path.dirname(file), MOST_IN_A_PART)
        write_whole(file, json_of(plain(report)))


def judged_by(program_hash: str, rules: Iterable[Rule], setting: Setting, honour: bool) -> str:
    """All that decides on a report beside the article, in words."""
    judged = [f"{rule.code} {rule.severity.value} {rule.settled} {rule.suppressible}" for rule in rules]
    return "\n".join([VERSION, sys.version, code_stamp(), program_hash, *judged, repr(setting), str(honour)])


def folder() -> str:
    """Where the entries lie."""
    return os.path.join(cache_folder(), "results")


def _file(name: str) -> str:
    return os.path.join(folder(), name[:2], name[2:])
