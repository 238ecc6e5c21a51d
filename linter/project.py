"""A project: the folder that its paths count from, and the files beside its articles that say what is accepted."""

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
    """``root`` is empty for the working folder; of the files none need exist."""

    root: str
    waivers: str
    baseline: str
    claims: str

    def register(self) -> "Register | None":
        """The approved claims; None where no file holds any. Raises ``linter.files.data.DataFileError``."""
        if not os.path.lexists(self.claims):
            return None
        from linter.approved.file import read_claims  # few projects keep a register

        return read_claims(Path(self.claims))


def project_of(named: str, configurations: Configurations, working: str = "") -> Project:
    """The project of a file, or of a folder (``/`` at its end), by its absolute path: the repository that it lies in,
    else the folder of its configuration, else the working folder. Its files lie there, unless the configuration says
    where."""
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
    """The ledger of a project: its waivers file if it is there, a baseline, the changes since a commit; None for none
    of them. Raises ``linter.files.data.DataFileError``."""
    waivers_file = existing(project.waivers) if waivers else None
    if waivers_file is None and baseline is None and changes is None:
        return None
    from linter.suppressions.baseline.file import read_baseline  # most runs do without all this
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
    """The file, if it is there; what is there and is no file is refused by whoever reads it."""
    return Path(file) if os.path.lexists(file) else None


def _root(named: str, config: Config, working: str) -> str:
    folder = repository_of(os.path.dirname(named)) or (config.layers[-1].folder if config.layers else working)
    return "" if not folder or folder == os.getcwd() else folder


def _file(config: Config, key: str, root: str, name: str) -> str:
    said = config.strongest(key)
    # a file of the configuration counts from the configuration's folder; as seen from here, for messages
    place = os.path.join(root, name) if said is None else os.path.join(said.layer.folder, said.value)
    within = not root or f"{os.getcwd()}{os.sep}".startswith(f"{root}{os.sep}")
    return os.path.relpath(place) if within else os.path.abspath(place)
