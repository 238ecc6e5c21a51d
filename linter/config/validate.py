"""Validate a configuration against its JSON Schema, which editors use too.

Only the parts of JSON Schema that ``schema.json`` uses are supported; a test compares with a full validator, which
would take longer to import than a whole run.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from linter.expression import expression
from linter.hints import nearest, nearest_key
from linter.typed import Any

Path = tuple[str | int, ...]
_TYPES: Mapping[str, tuple[type, str]] = {
    "object": (dict, "a table"),
    "array": (list, "a list"),
    "string": (str, "text"),
    "integer": (int, "a whole number"),
}
_NO_TEXT = expression(r"[\0\ud800-\udfff]")
_MAX_PROBLEMS = 1_000
"""Maximum number of problems that are collected."""


@cache
def schema_text() -> str:
    """The JSON Schema of a configuration."""
    from pathlib import Path as File  # slow to import, and rarely needed

    return File(__file__).with_name("schema.json").read_text(encoding="utf-8")


def problems(data: Any) -> list[tuple[Path, str]]:
    """Return the path and a one-line description of each problem."""
    schema = json.loads(schema_text())
    return list(islice(_problems(data, schema, schema["$defs"], ()), _MAX_PROBLEMS))


def _problems(data: Any, schema: Mapping[str, Any], definitions: Mapping[str, Any], path: Path) -> Iterator[Any]:
    if "$ref" in schema:
        schema = {**definitions[schema["$ref"].rsplit("/", 1)[-1]], **schema}
    allowed = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if not any(isinstance(data, _TYPES[name][0]) and not isinstance(data, bool) for name in allowed):
        wanted = " or ".join(_TYPES[name][1] for name in allowed)
        yield path, f"{_name(path)}: expected {wanted}, got {_kind(data)}"
    elif isinstance(data, dict):
        yield from _in_table(data, schema, definitions, path)
    elif isinstance(data, list):
        if len(data) < schema.get("minItems", 0):
            yield path, f"{_name(path)}: at least one is needed"
        for number, item in enumerate(data):
            yield from _problems(item, schema["items"], definitions, (*path, number))
    elif data not in schema.get("enum", (data,)):
        yield path, f"'{data}' is not one of {', '.join(schema['enum'])}{nearest(data, schema['enum'])}"
    elif isinstance(data, int) and data < schema.get("minimum", data):
        yield path, f"{_name(path)}: expected a number of {schema['minimum']} or more"
    elif isinstance(data, str) and len(data) < schema.get("minLength", 0):
        yield path, f"{_name(path)}: must not be empty"
    elif isinstance(data, str) and _NO_TEXT.search(data):
        yield path, f"{_name(path)}: contains a NUL or half a character"


def _in_table(
    data: Mapping[Any, Any], schema: Mapping[str, Any], definitions: Mapping[str, Any], path: Path
) -> Iterator[Any]:
    known = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    missing = [key for key in schema.get("required", ()) if key not in data]
    misspelt = others is False and not data.keys() <= known.keys()  # which probably explains the missing key
    for key, value in data.items():
        if not isinstance(key, str):
            yield (*path, key), f"key '{key}' must be a string"
        elif key in known:
            yield from _problems(value, known[key], definitions, (*path, key))
        elif others is False:
            hint = f"; '{missing[0]}' is missing" if missing else nearest_key(key, known)
            yield (*path, key), f"unknown key '{key}'{hint}"
        elif others is not True:
            yield from _problems(value, others, definitions, (*path, key))
    for key in () if misspelt else missing:
        yield path, f"missing key '{key}'"


def _name(path: Path) -> str:
    return ".".join(str(part) for part in path) or "the file"


def _kind(data: Any) -> str:
    kinds = [words for kind, words in _TYPES.values() if isinstance(data, kind) and not isinstance(data, bool)]
    return kinds[0] if kinds else "nothing" if data is None else f"{data}"
