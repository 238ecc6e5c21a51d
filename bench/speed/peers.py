"""The installed linters that medlint is compared with."""

import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

_PEERS = {
    "vale": ["vale", "--no-exit"],
    "proselint": ["proselint", "check"],
    "textlint": ["textlint", "--rule", "write-good"],  # it has no built-in rules
    "alex": ["alex"],
    "write-good": ["write-good"],
    "ruff (Rust, Python code)": ["ruff", "check", "--isolated"],
}
_PROSE = ("a.md", "So the fireman was very very crazy, and obviously it is very unique.\n")
_CODE = ("a.py", "import os\n")
"""A file name, and a text in which each linter finds something."""
_FOR_CODE = "ruff"
"""Prefix of linters for code: only their time on one file, which is mostly startup, is comparable."""


def peers(prose: bool = False) -> dict[str, list[str]]:
    """The commands of the linters that work; the others are reported, including those that start but check nothing.

    ``prose`` leaves out linters for code.
    """
    found = {name: [path, *command[1:]] for name, command in _PEERS.items() if (path := shutil.which(command[0]))}
    checking = {name: command for name, command in found.items() if _checks(command, *_sample(name))}
    for name in _PEERS.keys() - checking.keys():
        print(f"{name}: {'checks nothing' if name in found else 'not installed'}", file=sys.stderr)
    return {name: command for name, command in checking.items() if not (prose and name.startswith(_FOR_CODE))}


def bare_loop() -> list[str] | None:
    """The command of :mod:`bench.speed.bare`; None if its dependency is missing."""
    return [sys.executable, "-m", "bench.speed.bare"] if find_spec("ahocorasick_rs") else None


def _sample(name: str) -> tuple[str, str]:
    return _CODE if name.startswith(_FOR_CODE) else _PROSE


def _checks(command: list[str], name: str, faulty: str) -> bool:
    """Whether the output of a linter on a faulty text differs from that on an empty one."""
    outputs = set()
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, name)
        for text in ("", faulty):
            file.write_text(text, encoding="utf-8")
            result = subprocess.run([*command, str(file)], capture_output=True, stdin=subprocess.DEVNULL)
            outputs.add((result.stdout, result.stderr))
    return len(outputs) > 1
