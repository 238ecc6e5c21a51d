"""A project: its root folder, and the files that record what it accepts."""

import os

from linter.config.find import Configurations, repository_of
from linter.config.layers import Config
from linter.typed import TYPE_CHECKING, Path
from linter.value import Struct

if TYPE_CHECKING:
    from linter.approved.register import Register
    from linter.changes import Changes
    from linter.suppressions.ledger import Ledger

WAIVERS_FILE = "medlint-waivers.yaml"
BASELINE_FILE = "medlint-baseline.json"
CLAIMS_FILE = "claims.yaml"


class Project(Struct, frozen=True):
    """``root`` is empty for the working directory; the files need not exist."""

    root: str
    waivers: str
    baseline: str
    claims: str

    @property
    def folder(self) -> Path:
        """The root as a path."""
        return Path(self.root or ".")

    def register(self) -> "Register | None":
        """Read the approved claims; None if there is no such file. Raises ``linter.files.data.DataFileError``."""
        if not os.path.lexists(self.claims):
            return None
        from linter.approved.file import read_claims  # few projects have one

        return read_claims(Path(self.claims))


def project_of(named: str, configurations: Configurations, working: str = "") -> Project:
    """Find the project of a file or folder (ending in ``/``) by its absolute path. Its root is the enclosing
    repository, else the folder of the configuration, else the working directory. Its files are there unless the
    configuration places them elsewhere."""
    config = configurations.of(named)
    root = _root(named, config, working)
    return Project(
        root,
        _file(config, "waivers", root, WAIVERS_FILE),
        _file(config, "baseline", root, BASELINE_FILE),
        _file(config, "claims", root, CLAIMS_FILE),
    )


def open_ledger(
    project: Project,
    today: str,
    waivers: bool = True,
    baseline: Path | None = None,
    changes: "Changes | None" = None,
) -> "Ledger | None":
    """Read the ledger of a project (waivers if the file exists, baseline, changes since a commit); None without any.

    Raises ``linter.files.data.DataFileError``."""
    waivers_file = existing(project.waivers) if waivers else None
    if waivers_file is None and baseline is None and changes is None:
        return None
    from linter.suppressions.baseline.file import read_baseline  # most runs need none of this
    from linter.suppressions.ledger import Ledger
    from linter.suppressions.waivers.file import read_waivers

    return Ledger(
        project.root,
        today,
        () if waivers_file is None else read_waivers(waivers_file),
        waivers_file,
        None if baseline is None else read_baseline(baseline),
        changes,
    )


def existing(file: str) -> Path | None:
    """Return the path if it exists; if it is not a file, reading it raises the error."""
    return Path(file) if os.path.lexists(file) else None


def _root(named: str, config: Config, working: str) -> str:
    folder = repository_of(os.path.dirname(named)) or (config.layers[-1].folder if config.layers else working)
    return "" if not folder or folder == os.getcwd() else folder


def _file(config: Config, key: str, root: str, name: str) -> str:
    configured = config.strongest(key)
    # a configured file is relative to the configuration's folder; return it as messages should show it
    place = os.path.join(root, name) if configured is None else os.path.join(configured.layer.folder, configured.value)
    within = not root or f"{os.getcwd()}{os.sep}".startswith(f"{root}{os.sep}")
    return os.path.relpath(place) if within else os.path.abspath(place)
