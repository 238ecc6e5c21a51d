"""Validate YAML files against models, with errors that name file, line and column.

This module imports pydantic and ruamel.yaml; it is needed only when the compiled program is missing or out of date.
"""

from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from linter.files.data import MAX_NODES, DataFileError, parse_yaml, read_text, read_yaml, too_large, yaml_place
from linter.rules.mistakes import mistakes

YAML_ONLY = "its name must end in .yaml"


def builtin_root() -> Traversable:
    """Return the folder of rules that ship with medlint."""
    return resources.files("lint_rules")


def data_files(folder: Traversable | Path) -> list[Traversable | Path]:
    """Return the YAML files of a folder in a stable order; none if there is no folder.

    Raises :class:`DataFileError` for a ``.yml`` file, which would otherwise be ignored silently.
    """
    found = sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else []
    for entry in found:
        if entry.name.endswith(".yml"):
            raise DataFileError(f"{entry}: {YAML_ONLY}")
    return [entry for entry in found if entry.name.endswith(".yaml")]


def misplaced(file: Traversable | Path, path: tuple[str | int, ...], problem: str) -> DataFileError:
    """Return the error for the value at a path in a file."""
    line, column = yaml_place(read_yaml(file, positions=True), path)
    return DataFileError(f"{file}:{line}:{column}: {problem}")


def validate(adapter: TypeAdapter[Any], file: Traversable | Path) -> Any:
    """Read a YAML file and validate it. Raises :class:`DataFileError` with all mistakes in the file."""
    return _validated(adapter, str(file), read_text(file))


# custom rules are compiled together with the shipped ones, and reading those takes most of the time
@lru_cache(1024)
def _validated(adapter: TypeAdapter[Any], file: str, text: str) -> Any:
    content = parse_yaml(text, file)
    if too_large(content):
        raise DataFileError(f"{file}:1:1: aliases expand to more than {MAX_NODES:,} values")
    try:
        return adapter.validate_python(content)
    except ValidationError as error:
        raise DataFileError(*mistakes(error, parse_yaml(text, file, positions=True), file, adapter)) from None


def model_dump(model: BaseModel) -> dict[str, Any]:
    """Return a model as JSON-ready data."""
    return model.model_dump(mode="json", by_alias=False)
