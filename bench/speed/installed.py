"""medlint as its users have it: in an environment of its own, not installed for editing.

The hook of an editable install runs whenever Python starts there. It doubles the time of ``python -c pass``, so that a
ratio to it says half of what a user sees.
"""

import sysconfig
import venv
from pathlib import Path

import linter

_COMMAND = "import sys\nfrom linter.cli import command\n\nif __name__ == '__main__':\n    sys.exit(command())\n"
"""What pip writes for a command."""


def installed(place: Path) -> tuple[Path, Path]:
    """Make the environment; its Python, and the ``medlint`` command to run with it."""
    venv.create(place, symlinks=True)
    scheme = {"base": str(place), "platbase": str(place)}
    packages = Path(sysconfig.get_path("purelib", vars=scheme, scheme="venv"))
    # folders that are named here are looked into, but what they name in turn (that hook) is not run
    folders = [str(Path(linter.__file__).parents[1]), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    (packages / "medlint.pth").write_text("\n".join(dict.fromkeys(folders)), encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", vars=scheme, scheme="venv"))
    command = scripts / "medlint"
    command.write_text(_COMMAND, encoding="utf-8")
    return scripts / "python", command
