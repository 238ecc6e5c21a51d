"""TOML as we read it: what the library would take hours for, or fail on, is refused with its place."""

from linter.expression import expression
from linter.source import SourceText
from linter.typed import Any

_PLACE = expression(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_BEYOND = (
    # each table that a key leads through costs all those before it
    (
        expression(r"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}"),
        "a key of more than 100 parts",
    ),
    (expression(r"(?<![\d_])\d(?:_?\d){999}"), "a number of more than 1,000 digits"),
)


class TomlError(Exception):
    """Text that is refused: ``what`` is wrong, and the 1-based line and column of it."""

    def __init__(self, what: str, line: int, column: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line
        self.column = column


def read_toml(text: str) -> dict[str, Any]:
    """The data of a text. Raises :class:`TomlError`, and :class:`RecursionError` for what is nested too deep."""
    import tomllib  # most runs read none

    for form, what in _BEYOND:
        beyond = form.search(text)
        if beyond is not None:
            raise _error(what, text, beyond.start())
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found, what = _PLACE.search(str(error)), _PLACE.sub("", str(error))
        if found is None or found[1] is None:
            raise _error(what, text, len(text)) from None
        raise TomlError(what, int(found[1]), int(found[2])) from None


def _error(what: str, text: str, offset: int) -> TomlError:
    place = SourceText("", text).position(offset)
    return TomlError(what, place.line, place.column)
