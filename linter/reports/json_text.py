"""JSON lists, value by value, as ``json.dumps`` writes them: a report of very many findings is never one text."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

_plain = json.JSONEncoder(ensure_ascii=False).encode


def flat(values: Iterable[Any]) -> Iterator[str]:
    """A list on one line."""
    between = "["
    for value in values:
        yield between + _plain(value)
        between = ", "
    yield "[]" if between == "[" else "]"


def indented(values: Iterable[Any], depth: int = 0) -> Iterator[str]:
    """A list that stands ``depth`` levels deep in a text with an indent of one space."""
    margin = "\n" + " " * (depth + 1)
    between = "["
    for value in values:
        yield between + margin + _laid_out(value, margin)
        between = ","
    yield "[]" if between == "[" else margin[:-1] + "]"


def _laid_out(value: Any, margin: str) -> str:
    """A value with an indent; the library's own way to do this takes most of the time of a report."""
    inner = margin + " "
    if isinstance(value, dict) and value:
        fields = (f"{_plain(key)}: {_laid_out(field, inner)}" for key, field in value.items())
        return "{" + inner + f",{inner}".join(fields) + margin + "}"
    if isinstance(value, list) and value:
        return "[" + inner + f",{inner}".join([_laid_out(item, inner) for item in value]) + margin + "]"
    return _plain(value)
