"""Find the lines of each article that have changed since a commit, and the findings on them."""

import os
import re
import subprocess
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.document import Document
from linter.source import Span
from linter.value import Struct

_SECONDS = 60
_HUNK = re.compile(rb"@@ -\S+ \+(\d{1,9})(?:,(\d{1,9}))? @@")
_ESCAPE = re.compile(rb"\\([0-3][0-7]{2}|.)")
_PLAIN = {b"a": 7, b"b": 8, b"t": 9, b"n": 10, b"v": 11, b"f": 12, b"r": 13}
_LINE_FEED = re.compile("\n")
_MISLEADING = frozenset(
    {"GIT_DIFF_OPTS", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"}
)
"""Variables that change which files and lines git compares: with them, changed articles would count as unchanged."""
_SUBMODULE = b"160000 "
"""The mode with which git lists a submodule."""

Lines = tuple[int, int]
"""First and last line, 1-based; as in git, only line feeds end a line."""


class ChangesError(Exception):
    """Git cannot determine the changes; the message is one line."""


class Changes(Struct, frozen=True):
    """The changes since a commit.

    ``root`` is the real path of the work tree, ``suffixes`` are those of the files compared, ``lines`` maps paths below
    the root to changed lines, ``untracked`` are paths of which git knows no lines: untracked ones and submodules (a
    folder ends in ``/``).
    """

    since: str
    root: str
    suffixes: frozenset[str]
    lines: Mapping[str, tuple[Lines, ...]]
    untracked: frozenset[str] = frozenset()

    def of(self, path: str) -> tuple[Lines, ...] | None:
        """Return the changed lines of a file; None if all lines are new or the changes are unknown."""
        below = os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")
        compared = os.path.splitext(path)[1].lower() in self.suffixes
        if not compared or below.startswith("../") or self._is_new(below):
            return None
        return self.lines.get(below, ())

    def _is_new(self, path: str) -> bool:
        parts = path.split("/")
        folders = ("/".join(parts[:length]) + "/" for length in range(1, len(parts)))
        return path in self.untracked or any(folder in self.untracked for folder in folders)


def read_changes(since: str, suffixes: Iterable[str]) -> Changes:
    """Return the changes between the merge base of a commit and ``HEAD`` and the current files.

    ``suffixes`` are those of articles; other files are not compared. Raises :class:`ChangesError`.
    """
    if since.startswith(("-", "^")):
        raise ChangesError(f"'{since}' is not a commit")
    root = os.path.realpath(_git(["rev-parse", "--show-toplevel"]).decode("utf-8", "surrogateescape").rstrip("\n"))
    base = _base(_commit(since))
    suffixes = frozenset(suffixes)
    paths = [f":(top,icase)*{suffix}" for suffix in sorted(suffixes)]
    # override user settings that change the output; --text: attributes may declare articles binary
    shape = ["--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--find-renames"]
    prefixes = ["--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", "--no-relative", "--inter-hunk-context=0"]
    diff = _git(["diff", *shape, *prefixes, base, "--", *paths])
    new = _git(["-C", root, "ls-files", "--others", "--directory", "-z"])
    tracked = _git(["-C", root, "ls-files", "--stage", "-z"])
    modules = [entry.partition(b"\t")[2] + b"/" for entry in tracked.split(b"\0") if entry.startswith(_SUBMODULE)]
    untracked = frozenset(os.fsdecode(name) for name in (*new.split(b"\0"), *modules) if name)
    return Changes(since, root, suffixes, dict(_read_diff(diff.split(b"\n"))), untracked)


def touched(places: Sequence[Span], document: Document, lines: Sequence[Lines]) -> list[bool]:
    """Whether each place is in a changed block (a paragraph, a heading, a cell …) or on a changed line."""
    text = document.source.text
    starts = [0, *(found.end() for found in _LINE_FEED.finditer(text)), len(text) + 1]
    changed = _joined(
        (starts[first - 1], starts[min(last, len(starts) - 1)]) for first, last in lines if first < len(starts)
    )
    blocks = sorted((block.span.start, block.span.end) for block in document.blocks)
    return [_meets(*_block_around(place, blocks), changed) for place in places]


def _block_around(place: Span, blocks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    number = bisect_right(blocks, place.start, key=_first) - 1
    inside = number >= 0 and blocks[number][1] >= place.end
    return blocks[number] if inside else (place.start, place.end)


def _first(span: tuple[int, int]) -> int:
    return span[0]


def _meets(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    place = bisect_left(spans, end, key=_first) - 1
    return place >= 0 and spans[place][1] > start


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _commit(since: str) -> str:
    try:
        return _git(["rev-parse", "--verify", "--quiet", f"{since}^{{commit}}"]).decode().strip()
    except ChangesError:
        # continuous integration usually checks out a single commit
        shallow = _git(["rev-parse", "--is-shallow-repository"]).strip() == b"true"
        hint = "; this clone is shallow: fetch more of its history" if shallow else ""
        raise ChangesError(f"git finds no commit '{since}'{hint}") from None


def _base(commit: str) -> str:
    """The merge base with ``HEAD``, so that later commits on the other branch do not count; else the commit itself."""
    try:
        return _git(["merge-base", commit, "HEAD"]).decode().strip()
    except ChangesError:
        return commit


def _git(arguments: Sequence[str]) -> bytes:
    command = ["git", "-c", "core.quotePath=true", "-c", "core.fsmonitor=false", *arguments]
    environment = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    try:
        # the user's argument is not an option (checked) and comes before --
        result = subprocess.run(  # noqa: S603 - no shell
            command, capture_output=True, timeout=_SECONDS, check=False, env=environment
        )
    except OSError as error:
        raise ChangesError(f"cannot run git: {error.strerror or error}") from None
    except subprocess.TimeoutExpired:
        raise ChangesError(f"git did not answer within {_SECONDS} seconds") from None
    if result.returncode:
        message = result.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise ChangesError(message.removeprefix("fatal: ") or f"git exited with {result.returncode}")
    return result.stdout


def _read_diff(lines: Iterable[bytes]) -> Iterator[tuple[str, tuple[Lines, ...]]]:
    """Parse the changed lines of each file from a diff without context.

    Content lines begin with ``+``, ``-`` or a backslash, so they cannot be mistaken for a header; ``+++`` is one only
    before the first hunk of a file.
    """
    path, hunks, header = "", list[Lines](), False
    for line in lines:
        if line.startswith(b"diff --git "):
            if path:
                yield path, tuple(hunks)
            path, hunks, header = "", [], True
        elif header and line.startswith(b"+++ "):
            path = _path(line[4:])
        elif found := _HUNK.match(line):
            header = False
            first, count = int(found[1]), int(found[2] or 1)
            # after a pure deletion, the two lines around the gap count as changed
            last = first + count - 1 if count else first + 1
            hunks.append((max(1, first), max(1, last)))
    if path:
        yield path, tuple(hunks)


def _path(named: bytes) -> str:
    """Decode a path in a diff, without ``b/``; empty for a deleted file."""
    named = named.removesuffix(b"\t")
    if named.startswith(b'"'):
        named = _ESCAPE.sub(_unescaped, named[1:-1])
    return "" if named == b"/dev/null" else os.fsdecode(named.removeprefix(b"b/"))


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if len(code) == 3:
        return bytes([int(code, 8)])
    return bytes([_PLAIN[code]]) if code in _PLAIN else code
