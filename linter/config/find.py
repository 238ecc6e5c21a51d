"""The configuration of each article: the closest file in its folder or above, up to the root of the repository."""

import os

from linter.config.errors import ConfigError, shown, wrong
from linter.config.layers import Config, load_config

NAMES = ("medlint.toml", ".medlint.toml", "medlint.yaml", ".medlint.yaml", "pyproject.toml")
HERE = "./"
"""The working folder, as :meth:`Configurations.of` takes it."""
_NONE = Config()


class Configurations:
    """The configurations of a run, each read once. ``file`` stands for all of them, ``isolated`` for none."""

    def __init__(self, file: str | None = None, isolated: bool = False) -> None:
        self._fixed: Config | None = _NONE if isolated else None
        if file is not None:
            self._fixed = _named(file)
        self._folders: dict[str, tuple[Config, ...]] = {}

    def of(self, path: str) -> Config:
        """The configuration of an article, or of a folder (``/`` at its end). Raises :class:`ConfigError`."""
        return self.above(path)[0]

    def excluded(self, path: str) -> bool:
        """Whether an article or folder is never checked; what an outer configuration excludes stays so below."""
        found = self.above(path)
        return any(config.layers for config in found) and any(config.excludes(_absolute(path)) for config in found)

    def judged(self, path: str) -> tuple[Config, str]:
        """The configuration of an article and the article's absolute path, as the configuration's globs see it."""
        return self.of(path), _absolute(path)

    def above(self, path: str) -> tuple[Config, ...]:
        """The configurations of an article or folder, the closest first; never empty. Raises :class:`ConfigError`."""
        if self._fixed is not None:
            return (self._fixed,)
        return self._folder(os.path.dirname(_absolute(path)))

    def _folder(self, folder: str) -> tuple[Config, ...]:
        """The configurations of a folder, the closest first; never empty."""
        if folder not in self._folders:
            own = _in_folder(folder)
            outer: tuple[Config, ...] = (_NONE,)
            above = os.path.dirname(folder)
            if above != folder and not os.path.lexists(f"{folder}/.git"):
                outer = self._folder(above)
            self._folders[folder] = outer if own is None else (own, *outer)
        return self._folders[folder]


def repository_of(folder: str) -> str:
    """The root of the repository that a folder lies in; empty for none."""
    while not os.path.lexists(f"{folder}/.git"):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder


def _absolute(path: str) -> str:
    full = os.path.abspath(path)
    return full + os.sep if path.endswith("/") else full


def _named(file: str) -> Config:
    config = load_config(os.path.abspath(file))
    if config is None:
        raise ConfigError(f"{shown(file)}:1:1: has no [tool.medlint]")
    return config


def _in_folder(folder: str) -> Config | None:
    found: Config | None = None
    first = ""
    for name in NAMES:
        file = os.path.join(folder, name)
        # what bears our own name and is no file is told, not passed over
        if not (os.path.isfile(file) if name == "pyproject.toml" else os.path.lexists(file)):
            continue
        config = load_config(file)
        if config is not None and found is not None:
            raise wrong(file, ((), f"a second configuration in one folder, beside {first}; keep one"))
        if config is not None:
            found, first = config, name
    return found
