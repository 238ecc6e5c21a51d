"""Write JSON lists value by value, formatted like ``json.dumps``, so that a large report is never one string."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

_plain = json.JSONEncoder(ensure_ascii=False).encode


def flat(values: Iterable[Any]) -> Iterator[str]:
    """Write a list on one line."""
    between = "["
    for value in values:
        yield between + _plain(value)
        between = ", "
    yield "[]" if between == "[" else "]"


def indented(values: Iterable[Any], depth: int = 0) -> Iterator[str]:
    """Write a list that is nested ``depth`` levels deep, with an indent of one space."""
    margin = "\n" + " " * (depth + 1)
    between = "["
    for value in values:
        yield between + margin + _laid_out(value, margin)
        between = ","
    yield "[]" if between == "[" else margin[:-1] + "]"


def _laid_out(value: Any, margin: str) -> str:
    """Format a value with indentation; the library's own takes most of the time of a report."""
    inner = margin + " "
    if isinstance(value, dict) and value:
        fields = (f"{_plain(key)}: {_laid_out(field, inner)}" for key, field in value.items())
        return "{" + inner + f",{inner}".join(fields) + margin + "}"
    if isinstance(value, list) and value:
        return "[" + inner + f",{inner}".join([_laid_out(item, inner) for item in value]) + margin + "]"
    return _plain(value)
