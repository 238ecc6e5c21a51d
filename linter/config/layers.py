"""A configuration with all that it extends: layers, the weakest first."""

import os
from collections.abc import Iterator

from linter.config.errors import wrong
from linter.hints import nearest
from linter.typed import TYPE_CHECKING, Any, Path
from linter.value import Struct

if TYPE_CHECKING:
    from linter.config.said import ConfigFile, Judgement

MAX_LAYERS = 50
COMMAND_LINE = ""
"""The file of what the command line says."""


class Layer(Struct, frozen=True):
    """What one file says. ``file`` is absolute."""

    file: str
    said: "ConfigFile"

    @property
    def folder(self) -> str:
        """What the paths in the file are relative to."""
        return os.path.dirname(self.file)


class Spoken(Struct, frozen=True):
    """A judgement, the file that says it, and where in it (the path of its table)."""

    file: str
    table: tuple[str | int, ...]
    said: "Judgement"


class Said(Struct, frozen=True):
    """A value and the layer that says it."""

    layer: Layer
    value: Any


class Config(Struct, frozen=True):
    """The configuration of a folder; without layers, nobody has configured anything."""

    layers: tuple[Layer, ...] = ()

    def judgements(self, path: str) -> tuple[Spoken, ...]:
        """What is said of an article (an absolute path), the weakest first. Raises :class:`ConfigError`."""
        return tuple(self._judgements(path))

    def _judgements(self, path: str) -> Iterator[Spoken]:
        for layer in self.layers:
            yield Spoken(layer.file, (), layer.said)
            for number, override in enumerate(layer.said.overrides):
                table = ("overrides", number)
                if _meets(layer, override.paths, path, (*table, "paths")):
                    yield Spoken(layer.file, table, override)

    def excludes(self, path: str) -> bool:
        """Whether an article or a folder (``/`` at its end) is never checked. Raises :class:`ConfigError`."""
        return any(
            layer.said.exclude and _meets(layer, layer.said.exclude, path, ("exclude",)) for layer in self.layers
        )

    def strongest(self, key: str) -> "Said | None":
        """The last word on what holds for a whole run (``fail_on``, ``formats``, ``waivers`` …)."""
        said = [Said(layer, value) for layer in self.layers if (value := getattr(layer.said, key)) is not None]
        return said[-1] if said else None

    @property
    def rule_folders(self) -> tuple[Path, ...]:
        """The folders with rules of one's own. Raises :class:`ConfigError` for one that is not there."""
        return tuple(dict.fromkeys(self._rule_folders()))

    def _rule_folders(self) -> Iterator[Path]:
        for layer in self.layers:
            for number, name in enumerate(layer.said.rules):
                folder = Path(os.path.normpath(Path(layer.folder) / name))
                if not folder.is_dir():
                    raise wrong(layer.file, (("rules", number), f"no such folder: {name}"))
                yield folder


def load_config(file: str) -> Config | None:
    """The configuration that a file (an absolute path) begins; None for a project file that says nothing of medlint.

    Raises :class:`ConfigError`.
    """
    said = _said(file)
    return None if said is None else Config(tuple(_layers(Layer(file, said), ())))


def _said(file: str) -> "ConfigFile | None":
    from linter.config.read import read_config  # most folders have no file

    return read_config(file)


def _layers(layer: Layer, below: tuple[str, ...]) -> Iterator[Layer]:
    chain = (*below, os.path.realpath(layer.file))
    count = 0
    for number, (name, file) in enumerate(zip(layer.said.extends, _parents(layer), strict=True)):
        place = ("extends", number)
        if os.path.realpath(file) in chain:
            raise wrong(layer.file, (place, f"'{name}' extends this file in turn"))
        if len(chain) > MAX_LAYERS:
            raise wrong(layer.file, (place, f"extends more than {MAX_LAYERS} files"))
        said = _said(file)
        if said is None:
            raise wrong(layer.file, (place, f"'{name}' has no [tool.medlint]"))
        for parent in _layers(Layer(file, said), chain):
            count += 1
            if count > MAX_LAYERS:
                raise wrong(layer.file, (place, f"extends more than {MAX_LAYERS} files"))
            yield parent
    yield layer


def _parents(layer: Layer) -> list[str]:
    """The files of presets, or of paths relative to the layer. Raises :class:`ConfigError` for all that are none."""
    found = [_parent(layer, name) for name in layer.said.extends]
    if any(problem for _, problem in found):
        raise wrong(
            layer.file, *((("extends", number), problem) for number, (_, problem) in enumerate(found) if problem)
        )
    return [file for file, _ in found]


def _parent(layer: Layer, name: str) -> tuple[str, str]:
    """A file, and why there is none."""
    if "/" in name or name.endswith((".toml", ".yaml")):
        file = os.path.normpath(Path(layer.folder) / name)
        return file, "" if os.path.isfile(file) else f"no such file: {name}"
    presets = shipped("presets")
    if name in presets:
        return presets[name], ""
    if name in shipped("presets/jurisdictions"):
        return "", f"'{name}' is a jurisdiction; write jurisdictions = ['{name}']"
    return "", f"no preset '{name}'{nearest(name, presets)}; a file is written ./{name}"


def shipped(folder: str) -> dict[str, str]:
    """The shipped presets of a folder: name -> file."""
    import lint_rules

    root = Path(next(iter(lint_rules.__path__))) / folder
    return {file.stem: str(file) for file in sorted(root.glob("*.toml"))}


def _meets(layer: Layer, patterns: tuple[str, ...], path: str, place: tuple[str | int, ...]) -> bool:
    from linter.config.globs import decides, relative  # most files say the same of all articles

    inside = relative(path, layer.folder)
    try:
        return inside is not None and decides(patterns, inside) is True
    except ValueError as error:
        raise wrong(layer.file, (place, f"{error}")) from None
