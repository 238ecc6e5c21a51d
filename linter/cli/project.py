"""A project: the folder that its paths count from, and the files beside its articles."""

import os

from linter.cli.settings import holder
from linter.config.find import Configurations
from linter.config.layers import Config
from linter.typed import TYPE_CHECKING, Namespace, Path
from linter.value import Struct

if TYPE_CHECKING:
    from linter.approved.register import Register

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
        """The approved claims; None where no file holds any. Raises ``linter.data_files.DataFileError``."""
        if not os.path.isfile(self.claims):
            return None
        from linter.approved.file import read_claims  # few projects keep a register

        return read_claims(Path(self.claims))


def project_of(options: Namespace, configurations: Configurations) -> Project:
    """The project of what the options name: the repository that it lies in, else the folder of its configuration, else
    the working folder. Its files lie there, unless the configuration says where."""
    named = holder(options)
    config = configurations.of(named)
    root = _root(named, config)
    return Project(
        root,
        _file(config, "waivers", root, WAIVERS_FILE),
        _file(config, "baseline", root, BASELINE_FILE),
        _file(config, "claims", root, CLAIMS_FILE),
    )


def _root(named: str, config: Config) -> str:
    folder = os.path.dirname(named)
    while not os.path.lexists(f"{folder}/.git"):
        above = os.path.dirname(folder)
        if above == folder:
            folder = config.layers[-1].folder if config.layers else ""
            break
        folder = above
    return "" if not folder or folder == os.getcwd() else folder


def _file(config: Config, key: str, root: str, name: str) -> str:
    said = config.strongest(key)
    # a file of the configuration counts from the configuration's folder; as seen from here, for messages
    place = os.path.join(root, name) if said is None else os.path.join(said.layer.folder, said.value)
    return os.path.relpath(place)
