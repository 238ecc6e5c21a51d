"""The other linters that stand beside medlint, as far as they are installed."""

import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

_PEERS = {
    "vale": ["vale", "--no-exit"],
    "proselint": ["proselint", "check"],
    "textlint": ["textlint", "--rule", "write-good"],  # it has no rules of its own
    "alex": ["alex"],
    "write-good": ["write-good"],
    "ruff (Rust, Python code)": ["ruff", "check", "--isolated"],
}
_PROSE = ("a.md", "So the fireman was very very crazy, and obviously it is very unique.\n")
_CODE = ("a.py", "import os\n")
"""A file's name, and a text that each of the peers has something to say of."""
_FOR_CODE = "ruff"
"""A name that begins so reads code: beside it, one file tells how a program starts, many tell nothing."""


def peers(prose: bool = False) -> dict[str, list[str]]:
    """The commands of the peers that check; those that only start (a wrapper without its program, a program without
    rules) are told.

    ``prose`` leaves those out that read code.
    """
    found = {name: [path, *command[1:]] for name, command in _PEERS.items() if (path := shutil.which(command[0]))}
    checking = {name: command for name, command in found.items() if _checks(command, *_sample(name))}
    for name in _PEERS.keys() - checking.keys():
        print(f"{name}: {'checks nothing' if name in found else 'not installed'}", file=sys.stderr)
    return {name: command for name, command in checking.items() if not (prose and name.startswith(_FOR_CODE))}


def bare_loop() -> list[str] | None:
    """The command of the bare loop, where what it needs is installed."""
    return [sys.executable, "-m", "bench.speed.bare"] if find_spec("ahocorasick_rs") else None


def _sample(name: str) -> tuple[str, str]:
    return _CODE if name.startswith(_FOR_CODE) else _PROSE


def _checks(command: list[str], name: str, faulty: str) -> bool:
    """Whether a peer says something else of a faulty text than of none."""
    said = set()
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, name)
        for text in ("", faulty):
            file.write_text(text, encoding="utf-8")
            done = subprocess.run([*command, str(file)], capture_output=True, stdin=subprocess.DEVNULL)
            said.add((done.stdout, done.stderr))
    return len(said) > 1
