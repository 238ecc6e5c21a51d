"""Find the configuration of an article: the closest file in its folder or above, up to the repository root."""

import os

from linter.config.errors import ConfigError, shown, wrong
from linter.config.layers import Config, load_config

NAMES = ("medlint.toml", ".medlint.toml", "medlint.yaml", ".medlint.yaml", "pyproject.toml")
HERE = "./"
"""The working directory, as an argument of :meth:`Configurations.of`."""
_NONE = Config()


class Configurations:
    """The configurations of a run, each read once. ``file`` replaces all of them; ``isolated`` ignores all."""

    def __init__(self, file: str | None = None, isolated: bool = False) -> None:
        self._fixed: Config | None = _NONE if isolated else None
        if file is not None:
            self._fixed = _named(file)
        self._folders: dict[str, tuple[Config, ...]] = {}

    def of(self, path: str) -> Config:
        """The configuration of an article, or of a folder (ending in ``/``). Raises :class:`ConfigError`."""
        return self.above(path)[0]

    def excluded(self, path: str) -> bool:
        """Whether an article or folder is excluded, by its own or by an outer configuration."""
        found = self.above(path)
        return any(config.layers for config in found) and any(config.excludes(_absolute(path)) for config in found)

    def with_path(self, path: str) -> tuple[Config, str]:
        """The configuration of an article, and the article's absolute path for matching the configuration's globs."""
        return self.of(path), _absolute(path)

    def above(self, path: str) -> tuple[Config, ...]:
        """The configurations of an article or folder, closest first; never empty. Raises :class:`ConfigError`."""
        if self._fixed is not None:
            return (self._fixed,)
        return self._folder(os.path.dirname(_absolute(path)))

    def _folder(self, folder: str) -> tuple[Config, ...]:
        """The configurations of a folder, closest first; never empty."""
        if folder not in self._folders:
            own = _in_folder(folder)
            outer: tuple[Config, ...] = (_NONE,)
            above = os.path.dirname(folder)
            if above != folder and not os.path.lexists(f"{folder}/.git"):
                outer = self._folder(above)
            self._folders[folder] = outer if own is None else (own, *outer)
        return self._folders[folder]


def repository_of(folder: str) -> str:
    """The root of the repository that contains a folder; empty if there is none."""
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
        # a folder or broken link with one of our own names is an error, not skipped
        if not (os.path.isfile(file) if name == "pyproject.toml" else os.path.lexists(file)):
            continue
        config = load_config(file)
        if config is not None and found is not None:
            raise wrong(file, ((), f"a second configuration in the same folder as {first}; keep one"))
        if config is not None:
            found, first = config, name
    return found
