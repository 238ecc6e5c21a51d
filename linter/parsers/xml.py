"""Parsing untrusted XML: entity declarations are refused, so there are no entity bombs and no access to files."""

from typing import Any, NoReturn
from xml.parsers import expat

from linter.source import SourceError

ENTITIES = "declares XML entities, which are refused: they can expand without limit or name other files"


def hardened_parser() -> expat.XMLParserType:
    """Return a parser that refuses documents that declare entities; it never opens other files."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse
    parser.buffer_text = True
    return parser


def feed(parser: expat.XMLParserType, data: bytes, last: bool = False) -> None:
    """Parse more data. Raises :class:`SourceError` with the position of malformed XML."""
    try:
        parser.Parse(data, last)
    except expat.ExpatError as error:
        raise SourceError(
            f"not valid XML at line {error.lineno}, column {error.offset + 1}: {expat.ErrorString(error.code)}"
        ) from None
    except (LookupError, ValueError):
        raise SourceError("names an unknown encoding; save it as UTF-8") from None


def _refuse(*_declared: Any) -> NoReturn:
    raise SourceError(ENTITIES)
