"""A configuration with everything that it extends: layers, lowest precedence first."""

import os
from collections.abc import Iterator

from linter.config.errors import wrong
from linter.hints import nearest
from linter.typed import TYPE_CHECKING, Any, Path
from linter.value import Struct

if TYPE_CHECKING:
    from linter.config.settings import ArticleSettings, ConfigFile

MAX_LAYERS = 50
COMMAND_LINE = ""
"""Stands for the command line where a file is expected."""


class Layer(Struct, frozen=True):
    """The settings of one file. ``file`` is an absolute path."""

    file: str
    settings: "ConfigFile"

    @property
    def folder(self) -> str:
        """The folder that the paths in the file are relative to."""
        return os.path.dirname(self.file)


class Applied(Struct, frozen=True):
    """Settings that apply to an article, with their file and the path of their table in it."""

    file: str
    table: tuple[str | int, ...]
    settings: "ArticleSettings"


class LayerValue(Struct, frozen=True):
    """A value and the layer that sets it."""

    layer: Layer
    value: Any


class Config(Struct, frozen=True):
    """The configuration of a folder; it has no layers if there is no configuration file."""

    layers: tuple[Layer, ...] = ()

    def applied(self, path: str) -> tuple[Applied, ...]:
        """The settings of an article (an absolute path), lowest precedence first. Raises :class:`ConfigError`."""
        return tuple(self._applied(path))

    def _applied(self, path: str) -> Iterator[Applied]:
        for layer in self.layers:
            yield Applied(layer.file, (), layer.settings)
            for number, override in enumerate(layer.settings.overrides):
                table = ("overrides", number)
                if _meets(layer, override.paths, path, (*table, "paths")):
                    yield Applied(layer.file, table, override)

    def excludes(self, path: str) -> bool:
        """Whether an article or a folder (ending in ``/``) is excluded. Raises :class:`ConfigError`."""
        patterns = [(layer, layer.settings.exclude) for layer in self.layers if layer.settings.exclude]
        return any(_meets(layer, exclude, path, ("exclude",)) for layer, exclude in patterns)

    def strongest(self, key: str) -> "LayerValue | None":
        """The effective value of a setting for the whole run (``fail_on``, ``formats``, ``waivers`` …)."""
        values = [LayerValue(layer, getattr(layer.settings, key)) for layer in reversed(self.layers)]
        return next((value for value in values if value.value is not None), None)

    @property
    def rule_folders(self) -> tuple[Path, ...]:
        """The folders of custom rules. Raises :class:`ConfigError` if one is missing."""
        return tuple(dict.fromkeys(self._rule_folders()))

    def _rule_folders(self) -> Iterator[Path]:
        for layer in self.layers:
            for number, name in enumerate(layer.settings.rules):
                folder = Path(os.path.normpath(Path(layer.folder) / name))
                if not folder.is_dir():
                    raise wrong(layer.file, (("rules", number), f"no such folder: {name}"))
                yield folder


def load_config(file: str) -> Config | None:
    """Load the configuration of a file (an absolute path) with all that it extends.

    None for a ``pyproject.toml`` without ``[tool.medlint]``. Raises :class:`ConfigError`.
    """
    settings = _read(file)
    return None if settings is None else Config(tuple(_layers(Layer(file, settings), ())))


def _read(file: str) -> "ConfigFile | None":
    from linter.config.read import read_config  # most folders have no configuration

    return read_config(file)


def _layers(layer: Layer, below: tuple[str, ...]) -> Iterator[Layer]:
    chain = (*below, os.path.realpath(layer.file))
    count = 0
    for number, (name, file) in enumerate(zip(layer.settings.extends, _parents(layer), strict=True)):
        place = ("extends", number)
        if os.path.realpath(file) in chain:
            raise wrong(layer.file, (place, f"'{name}' extends this file (circular)"))
        if len(chain) > MAX_LAYERS:
            raise wrong(layer.file, (place, f"extends more than {MAX_LAYERS} files"))
        settings = _read(file)
        if settings is None:
            raise wrong(layer.file, (place, f"'{name}' has no [tool.medlint]"))
        for parent in _layers(Layer(file, settings), chain):
            count += 1
            if count > MAX_LAYERS:
                raise wrong(layer.file, (place, f"extends more than {MAX_LAYERS} files"))
            yield parent
    yield layer


def _parents(layer: Layer) -> list[str]:
    """The files that a layer extends. Raises :class:`ConfigError` for all that do not exist."""
    found = [_parent(layer, name) for name in layer.settings.extends]
    if any(problem for _, problem in found):
        raise wrong(
            layer.file, *((("extends", number), problem) for number, (_, problem) in enumerate(found) if problem)
        )
    return [file for file, _ in found]


def _parent(layer: Layer, name: str) -> tuple[str, str]:
    """The file of a preset or relative path, and what is wrong with the name (empty: nothing)."""
    if "/" in name or name.endswith((".toml", ".yaml")):
        file = os.path.normpath(Path(layer.folder) / name)
        return file, "" if os.path.isfile(file) else f"no such file: {name}"
    presets = shipped("presets")
    if name in presets:
        return presets[name], ""
    if name in shipped("presets/jurisdictions"):
        return "", f"'{name}' is a jurisdiction; write jurisdictions = ['{name}']"
    return "", f"no preset '{name}'{nearest(name, presets)}; write a file as ./{name}"


def shipped(folder: str) -> dict[str, str]:
    """Map the names of the shipped presets in a folder to their files."""
    import lint_rules

    root = Path(next(iter(lint_rules.__path__))) / folder
    return {file.stem: str(file) for file in sorted(root.glob("*.toml"))}


def _meets(layer: Layer, patterns: tuple[str, ...], path: str, place: tuple[str | int, ...]) -> bool:
    from linter.config.globs import decides, relative  # needed only for overrides and excludes

    inside = relative(path, layer.folder)
    try:
        return inside is not None and decides(patterns, inside) is True
    except ValueError as error:
        raise wrong(layer.file, (place, f"{error}")) from None
