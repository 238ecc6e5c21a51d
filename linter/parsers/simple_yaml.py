"""A reader for the simple YAML of most front matter, because YAML libraries are slow to import.

Reads ``key: value`` lines with plain, quoted, integer and date values, and flat lists. Anything else is left to a full
reader; a property test ensures that both agree.
"""

import re

from linter.expression import expression
from linter.typed import Any, Pattern

_ENTRY = expression(r"([A-Za-z_][A-Za-z0-9_-]*):(?: +(\S.*))?")
_ITEM = expression(r" *- +(\S.*)")
_PLAIN = expression(r"[A-Za-z](?:[^:#]|:(?=\S)|(?<! )#)*")
_PLAIN_IN_LIST = expression(r"[A-Za-z][^:#,\[\]{}]*")
_PART = expression(r" *+(\"[^\"]*\"|'[^']*'|[^,\"' ](?:[^,\"']*[^,\"' ])?+) *+(,|\Z)")
_INTEGER = expression(r"0|[1-9][0-9]{0,15}")
_DATE = expression(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WORDS = {"true": True, "false": False, "null": None}


class NotSimpleError(Exception):
    """The text may be YAML that this module does not support."""


def load_simple(text: str) -> dict[str, Any]:
    """Return the mapping that a YAML reader would. Raises :class:`NotSimpleError` if that is not certain."""
    values: dict[str, Any] = {}
    items: list[Any] | None = None
    indent = -1
    for line in re.split(r"\r\n|\r|\n", text):
        line = line.rstrip(" ")
        if not line.isprintable():
            raise NotSimpleError
        if not line or line.startswith("#"):
            continue
        if items is not None and (found := _ITEM.fullmatch(line)):
            if indent not in (-1, line.index("-")):
                raise NotSimpleError
            indent = line.index("-")
            items.append(_scalar(found[1], _PLAIN))
            continue
        found = _ENTRY.fullmatch(line)
        if found is None or found[1] in values or found[1].lower() in _WORDS:
            raise NotSimpleError
        items, indent = ([], -1) if found[2] is None else (None, -1)
        values[found[1]] = items if items is not None else _value(found[2])
    # a key without a value is null
    return {key: None if value == [] and not isinstance(value, _Flow) else value for key, value in values.items()}


class _Flow(list[Any]):
    """A list in brackets, which may be empty."""


def _value(text: str) -> Any:
    if text.startswith("[") and text.endswith("]"):
        inner = text[1:-1].strip(" ")
        return _Flow(_scalar(part.strip(" "), _PLAIN_IN_LIST) for part in _parts(inner)) if inner else _Flow()
    return _scalar(text, _PLAIN)


def _parts(text: str) -> list[str]:
    parts = []
    at = 0
    while found := _PART.match(text, at):
        parts.append(found[1])
        at = found.end()
        if not found[2]:
            break
    if at < len(text) or text.endswith(","):
        raise NotSimpleError
    return parts


def _scalar(text: str, plain: "Pattern[str]") -> Any:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        inner = text[1:-1]
        if text[0] in inner or (text[0] == '"' and "\\" in inner):
            raise NotSimpleError
        return inner
    if plain.fullmatch(text):
        if text.lower() in _WORDS:
            if text not in (text.lower(), text.upper(), text.capitalize()):
                raise NotSimpleError
            return _WORDS[text.lower()]
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if found := _DATE.fullmatch(text):
        from datetime import date  # lazy: many articles have no metadata

        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            raise NotSimpleError from None
    raise NotSimpleError
