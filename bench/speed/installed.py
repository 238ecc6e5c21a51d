"""Install medlint as users have it: in its own environment, and not as an editable install.

The import hook of an editable install runs at every start of Python and doubles the time of ``python -c pass``, which
would halve the ratios.
"""

import sysconfig
import venv
from pathlib import Path

import linter

_COMMAND = "import sys\nfrom linter.cli import command\n\nif __name__ == '__main__':\n    sys.exit(command())\n"
"""The script that pip writes for a command."""


def installed(place: Path) -> tuple[Path, Path]:
    """Create the environment; return its Python and the ``medlint`` script to run with it."""
    venv.create(place, symlinks=True)
    scheme = {"base": str(place), "platbase": str(place)}
    packages = Path(sysconfig.get_path("purelib", vars=scheme, scheme="venv"))
    # .pth files in folders that are added this way are not processed, so the hook does not run
    folders = [str(Path(linter.__file__).parents[1]), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    (packages / "medlint.pth").write_text("\n".join(dict.fromkeys(folders)), encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", vars=scheme, scheme="venv"))
    command = scripts / "medlint"
    command.write_text(_COMMAND, encoding="utf-8")
    return scripts / "python", command
