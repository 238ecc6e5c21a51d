"""Lists of entries in YAML files that people write (waivers, approved claims); errors have line and column."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from linter.files.data import DataFileError, read_yaml, too_large, yaml_place
from linter.hints import nearest
from linter.source import Position, SourceText, Span
from linter.value import Struct

_WANTED = {
    "text": "a text, in quotes if it is a number",
    "texts": "a list of strings",
    "date": "a date such as 2027-06-30",
}


class Field(Struct, frozen=True):
    """A key of an entry: ``kind`` is ``text``, ``texts`` or ``date``; a required text must not be blank."""

    kind: str
    required: bool = False


def read_entries(file: Path, key: str, fields: Mapping[str, Field]) -> list[dict[str, Any]]:
    """Return the entries in the list ``key`` of a file, each with all ``fields`` (None for an omitted one).

    Raises :class:`DataFileError` with the line and column of the first mistake.
    """
    content = read_yaml(file)
    if too_large(content):
        raise DataFileError(f"{file}:1:1: aliases expand to more values than it may hold")
    problem = _problem(content, key, fields)
    if problem is not None:
        path, message = problem
        line, column = yaml_place(read_yaml(file, positions=True), path)
        raise DataFileError(f"{file}:{line}:{column}: {message}")
    entries = (content or {}).get(key) or []
    return [{name: entry.get(name) for name in fields} for entry in entries]


def places_of(file: Path, key: str, field: str) -> tuple[SourceText, list[Span]]:
    """Return the text of a file, and the span of a text field's value in each of its entries."""
    source = SourceText(str(file), file.read_bytes().decode("utf-8-sig"))
    spans = []
    for entry in read_yaml(file, positions=True)[key]:
        line, column = entry.lc.value(field)
        start = source.offset(Position(line + 1, column + 1))
        start += source.text[start] in "'\""
        line_end = source.line_span(line + 1).end
        spans.append(Span(start, min(start + len(entry[field]), line_end)))
    return source, spans


def _problem(content: Any, key: str, fields: Mapping[str, Field]) -> tuple[tuple[Any, ...], str] | None:
    """Return the path of the first mistake and a description of it, or None."""
    if content is None:
        return None
    if not isinstance(content, Mapping) or not isinstance(content.get(key), list | None):
        return (key,), f"write '{key}:' with a list below it"
    stray = next((name for name in content if name != key), None)
    if stray is not None:
        return (stray,), f"unknown key '{stray}'; expected '{key}'"
    for number, entry in enumerate(content.get(key) or ()):
        problem = _entry_problem(entry, fields)
        if problem is not None:
            name, message = problem
            return (key, number, name), message
    return None


def _entry_problem(entry: Any, fields: Mapping[str, Field]) -> tuple[Any, str] | None:
    if not isinstance(entry, Mapping):
        return None, f"an entry must have the keys {', '.join(fields)}"
    for name, value in entry.items():
        if name not in fields:
            return name, f"unknown key '{name}'{nearest(str(name), fields)}"
        if value is not None and not _fits(value, fields[name].kind):
            return name, f"{name}: write {_WANTED[fields[name].kind]}"
    for name, field in fields.items():
        value = entry.get(name)
        if field.required and (value is None or (isinstance(value, str) and not value.strip())):
            return name, f"{name} is missing"
    return None


def _fits(value: Any, kind: str) -> bool:
    if kind == "date":
        return isinstance(value, date) and not isinstance(value, datetime)
    if kind == "texts":
        return isinstance(value, list) and all(isinstance(text, str) for text in value)
    return isinstance(value, str)
