"""Report the mistakes in a file that fails validation, one line each, with its position.

Like the loader, this is needed only when rules are compiled.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from linter.files.data import MAX_MISTAKES, yaml_place
from linter.hints import nearest, nearest_key
from linter.rules.schema.fields import FORMS

_Path = tuple[Any, ...]
_SHOWN = 60
"""Characters of a wrong value that a message shows."""
_QUOTED = re.compile("'([^']*)'")
_MESSAGES = {
    "model_type": "expected keys and values, got {got}",
    "model_attributes_type": "expected keys and values, got {got}",
    "dict_type": "expected keys and values, got {got}",
    "list_type": "expected a list, got {got}",
    "string_type": "expected text, got {got}",
    "string_too_short": "expected at least {min_length} characters, got {got}",
    "string_too_long": "expected at most {max_length} characters",
    "too_short": "at least {min_length} needed, got {actual_length}",
    "int_type": "expected a whole number, got {got}",
    "int_parsing": "expected a whole number, got {got}",
    "int_from_float": "expected a whole number, got {got}",
    "float_type": "expected a number, got {got}",
    "float_parsing": "expected a number, got {got}",
    "bool_type": "expected true or false, got {got}",
    "bool_parsing": "expected true or false, got {got}",
    "greater_than": "expected more than {gt}, got {got}",
    "greater_than_equal": "expected {ge} or more, got {got}",
    "less_than_equal": "expected {le} or less, got {got}",
}
"""Messages for the most common mistakes."""


def mistakes(error: ValidationError, content: Any, file: str, adapter: TypeAdapter[Any]) -> list[str]:
    """Return the mistakes in order of position, missing keys last; ``content`` was read with positions."""
    kind = content.get("kind") if isinstance(content, Mapping) else None
    found: dict[_Path, ErrorDetails] = {}
    for detail in error.errors():
        found.setdefault(_path(detail, content), detail)
    inside = {path[:length] for path in found for length in range(len(path))}
    misspelled = defaultdict[_Path, list[str]](list)
    for path, detail in found.items():
        if detail["type"] == "extra_forbidden":
            misspelled[path[:-1]].append(str(path[-1]))
    placed = [
        (yaml_place(content, path), path)
        for path, detail in found.items()
        # drop an error that a more exact one explains: one inside the value, or a misspelling of the missing key
        if path not in inside
        and not (detail["type"] == "missing" and any(nearest(key, [path[-1]]) for key in misspelled[path[:-1]]))
    ]
    placed.sort(key=lambda pair: (found[pair[1]]["type"] == "missing", pair[0]))
    lines = [
        f"{file}:{line}:{column}: {_message(path, found[path], kind, adapter)}"
        for (line, column), path in placed[:MAX_MISTAKES]
    ]
    return lines + [file] * (len(placed) - len(lines))  # the rest are only counted


def _path(detail: ErrorDetails, content: Any) -> _Path:
    """Return the path of a mistake: the parts of ``loc`` that exist in the file, and the missing key, if any.

    The other parts of ``loc`` are names of the models that a value was validated against.
    """
    if detail["type"].startswith("union_tag"):
        return ("kind",)
    path: _Path = ()
    for part in detail["loc"]:
        parts = content if isinstance(content, Mapping) else range(len(content)) if isinstance(content, list) else ()
        if part in parts:
            path, content = (*path, part), content[part]
    return (*path, detail["loc"][-1]) if detail["type"] == "missing" else path


def _message(path: _Path, detail: ErrorDetails, kind: Any, adapter: TypeAdapter[Any]) -> str:
    if detail["type"] == "union_tag_invalid":
        kinds = list(adapter.json_schema()["discriminator"]["mapping"])
        return f"unknown kind '{kind}'{nearest(str(kind), kinds)}; choose from {', '.join(kinds)}"
    if detail["type"] in ("missing", "union_tag_not_found"):
        return f"missing key '{path[-1]}'"
    if detail["type"] == "extra_forbidden":
        return f"unknown key {str(path[-1])!r}{nearest_key(str(path[-1]), _known_keys(adapter, path[:-1], kind))}"
    return f"{_where(path)}: {what_is_wrong(detail)}"


def what_is_wrong(detail: ErrorDetails) -> str:
    """Return what is wrong with a value, for people who write rules but not Python."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind in ("enum", "literal_error"):
        choices = _QUOTED.findall(context["expected"])
        return f"'{value}' is not one of {', '.join(choices)}{nearest(str(value), choices)}"
    if kind in _MESSAGES:
        return _MESSAGES[kind].format(**context, got=_got(value, kind))
    if kind == "string_pattern_mismatch" and context["pattern"] in FORMS:
        return f"expected {FORMS[context['pattern']]}; got '{value}'"
    return detail["msg"].removeprefix("Value error, ")


def _where(path: _Path) -> str:
    """Return a path in words: ``examples.bad, item 2``."""
    where = "".join(f", item {part + 1}" if isinstance(part, int) else f".{part}" for part in path)
    return where.removeprefix(".") or "the file"


def _got(value: Any, expected: str) -> str:
    """Return the value in the file and, if it is plain, a way to write it as expected."""
    if isinstance(value, Mapping):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    shown = str(value) if len(str(value)) <= _SHOWN else f"{str(value)[:_SHOWN]}…"
    if expected == "list_type":
        return f"'{shown}'; write it in square brackets"
    if expected == "string_type":
        return f"{shown}; write it in quotes"
    return f"'{shown}'" if isinstance(value, str) else shown


def _known_keys(adapter: TypeAdapter[Any], path: _Path, kind: Any) -> list[str]:
    """Return the keys allowed at a path, from the model's JSON Schema."""
    schema = adapter.json_schema(by_alias=True)
    definitions = schema.get("$defs", {})
    node = schema
    if "discriminator" in node:
        node = {"$ref": node["discriminator"]["mapping"].get(kind, "")}
    for part in (None, *path):
        if part is not None:
            node = node.get("properties", {}).get(part) or node.get("items") or _of_any_name(node)
        options = [node, *node.get("anyOf", ())]
        refs = [option["$ref"] for option in options if isinstance(option, dict) and "$ref" in option]
        if refs:
            node = definitions.get(refs[-1].rsplit("/", 1)[-1], {})
    return sorted(node.get("properties", {}))


def _of_any_name(node: Mapping[str, Any]) -> Any:
    """Return the schema of values whose names the author chooses."""
    return node.get("additionalProperties") or next(iter(node.get("patternProperties", {}).values()), {})
