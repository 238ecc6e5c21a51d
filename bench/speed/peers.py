"""The other linters that stand beside medlint, as far as they are installed."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

_PEERS = {
    "vale": ["vale", "--no-exit"],
    "proselint": ["proselint", "check"],
    "textlint": ["textlint"],
    "alex": ["alex"],
    "write-good": ["write-good"],
    "ruff (Rust, Python code)": ["ruff", "check", "--isolated"],
}
_VERSION = {"proselint": "version"}
"""How a program is asked for its version, where it is not ``--version``."""
_FOR_CODE = "ruff"
"""A name that begins so reads code: beside it, one file tells how a program starts, many tell nothing."""


def peers(prose: bool = False) -> dict[str, list[str]]:
    """The commands of the peers that run, by name; those that only start (a wrapper without its program) are told.

    ``prose`` leaves those out that read code.
    """
    found = {name: [path, *command[1:]] for name, command in _PEERS.items() if (path := shutil.which(command[0]))}
    running = {name: command for name, command in found.items() if _runs(command[0])}
    for name in _PEERS.keys() - running.keys():
        print(f"{name}: {'does not run' if name in found else 'not installed'}", file=sys.stderr)
    return {name: command for name, command in running.items() if not (prose and name.startswith(_FOR_CODE))}


def bare_loop() -> list[str] | None:
    """The command of the bare loop, where what it needs is installed."""
    return [sys.executable, "-m", "bench.speed.bare"] if find_spec("ahocorasick_rs") else None


def _runs(program: str) -> bool:
    asked = [program, _VERSION.get(Path(program).stem, "--version")]
    return subprocess.run(asked, capture_output=True, stdin=subprocess.DEVNULL).returncode == 0
