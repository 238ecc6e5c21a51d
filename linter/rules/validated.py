"""YAML files held to their models, with errors that name file, line and column.

This module imports pydantic and ruamel.yaml: it is needed only when the compiled program is missing or out of date.
"""

from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from linter.files.data import MAX_NODES, DataFileError, parse_yaml, read_text, read_yaml, too_large, yaml_place
from linter.rules.mistakes import mistakes


def builtin_root() -> Traversable:
    """The rules that ship with medlint."""
    return resources.files("lint_rules")


def misplaced(file: Traversable | Path, path: tuple[str | int, ...], problem: str) -> DataFileError:
    """The error for what stands at a path of a file."""
    line, column = yaml_place(read_yaml(file, positions=True), path)
    return DataFileError(f"{file}:{line}:{column}: {problem}")


def validate(adapter: TypeAdapter[Any], file: Traversable | Path) -> Any:
    """A YAML file checked against a model. Raises :class:`DataFileError`, with all that is wrong in the file."""
    return _validated(adapter, str(file), read_text(file))


# whoever works on rules of his own has the shipped ones compiled with them each time: most of that is to read them
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
    """A model as plain JSON-ready data."""
    return model.model_dump(mode="json", by_alias=False)
