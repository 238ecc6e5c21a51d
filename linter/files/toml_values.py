"""Safe TOML: input that ``tomllib`` would take hours to read, or crash on, is refused with line and column."""

from linter.expression import expression
from linter.source import SourceText
from linter.typed import Any

_PLACE = expression(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_LIMITS = (
    # quadratic: each part of a dotted key costs as much as all parts before it
    (
        expression(r"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}"),
        "a key of more than 100 parts",
    ),
    (expression(r"(?<![\d_])\d(?:_?\d){999}"), "a number of more than 1,000 digits"),
)


class TomlError(Exception):
    """TOML is invalid: ``what`` is wrong, and its 1-based line and column."""

    def __init__(self, what: str, line: int, column: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line
        self.column = column


def read_toml(text: str) -> dict[str, Any]:
    """Return the data of TOML text. Raises :class:`TomlError`, or :class:`RecursionError` if nested too deeply."""
    import tomllib  # most runs read no TOML

    for pattern, what in _LIMITS:
        excess = pattern.search(text)
        if excess is not None:
            raise _error(what, text, excess.start())
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place, what = _PLACE.search(str(error)), _PLACE.sub("", str(error))
        if place is None or place[1] is None:
            raise _error(what, text, len(text)) from None
        raise TomlError(what, int(place[1]), int(place[2])) from None


def _error(what: str, text: str, offset: int) -> TomlError:
    place = SourceText("", text).position(offset)
    return TomlError(what, place.line, place.column)
