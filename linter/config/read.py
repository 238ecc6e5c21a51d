"""Read one configuration file and check it against the schema; errors give the place of each mistake."""

import os
from collections.abc import Iterator

from linter.config.errors import ConfigError, Problem, shown, wrong
from linter.config.settings import ConfigFile, config_file
from linter.config.validate import problems
from linter.files.data import DataFileError, read_text, read_yaml, too_large
from linter.typed import Any, Path


def read_config(file: str) -> ConfigFile | None:
    """Read a file; None for a ``pyproject.toml`` without ``[tool.medlint]``. Raises :class:`ConfigError`."""
    data = _content(file)
    if data is None:
        return None
    found = problems(data)
    settings = None if found else config_file(data)
    found += [] if settings is None else _wrong_paths(settings)
    if found:
        raise wrong(file, *found)
    return settings


def read_jurisdiction(file: str) -> tuple[str, ...]:
    """The regions whose rules apply in a shipped jurisdiction."""
    return tuple(_toml(file, read_text(Path(file)))["regions"])


def _content(file: str) -> Any:
    """Parse the file."""
    try:
        if not file.endswith(".toml"):
            data = read_yaml(Path(file))
            if too_large(data):
                raise ConfigError(f"{shown(file)}:1:1: aliases expand to too many values")
            return {} if data is None else data
        text = read_text(Path(file))
    except DataFileError as error:
        raise ConfigError(str(error).replace(file, shown(file), 1)) from None
    is_project = os.path.basename(file) == "pyproject.toml"
    if is_project and "medlint" not in text:
        return None  # most projects, so do not parse it
    data = _toml(file, text)
    if not is_project:
        return data
    tool = data.get("tool")
    return tool.get("medlint") if isinstance(tool, dict) else None  # any other value is not ours


def _toml(file: str, text: str) -> Any:
    from linter.files.toml_values import TomlError, read_toml  # most runs read no TOML

    try:
        return read_toml(text)
    except RecursionError:
        raise ConfigError(f"{shown(file)}:1:1: too deeply nested") from None
    except TomlError as error:
        raise ConfigError(f"{shown(file)}:{error.line}:{error.column}: {error.what}") from None


def _wrong_paths(settings: ConfigFile) -> Iterator[Problem]:
    """Problems of patterns and files that are not portable or leave the folder."""
    for place, glob in _globs(settings):
        if "\\" in glob:
            yield place, f"'{glob}': write / between folders, not \\"
        elif glob.startswith("./") or ".." in glob.split("/"):
            yield place, f"'{glob}': patterns are relative to the folder of this file, without ./ and .."
        elif not glob.strip("!/ "):
            yield place, f"'{glob}' is not a pattern"
    for number, target in enumerate(settings.formats or ()):
        _, separator, name = target.partition("=")
        parts = name.replace("\\", "/").split("/")
        if separator and any(not part or part.startswith(".") or ":" in part for part in parts):
            yield ("formats", number), f"'{target}': the file must be below this folder and not hidden"


def _globs(settings: ConfigFile) -> Iterator[Problem]:
    """All patterns of a configuration, with their paths."""
    for number, glob in enumerate(settings.exclude):
        yield ("exclude", number), glob
    for place, override in enumerate(settings.overrides):
        for number, glob in enumerate(override.paths):
            yield ("overrides", place, "paths", number), glob
