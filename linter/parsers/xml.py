"""XML from strangers: a parser that knows no entities but XML's own five: none is a bomb, none reaches a file."""

from typing import Any, NoReturn
from xml.parsers import expat

from linter.source import SourceError

ENTITIES = "declares XML entities, which are refused: they can unfold without end or name other files"


def hardened_parser() -> expat.XMLParserType:
    """A parser that refuses a document which declares entities; it never opens anything beside its input."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse
    parser.buffer_text = True
    return parser


def feed(parser: expat.XMLParserType, data: bytes, last: bool = False) -> None:
    """Read on. Raises :class:`SourceError` with the place where the XML is broken."""
    try:
        parser.Parse(data, last)
    except expat.ExpatError as error:
        raise SourceError(
            f"not valid XML at line {error.lineno}, column {error.offset + 1}: {expat.ErrorString(error.code)}"
        ) from None
    except (LookupError, ValueError):
        raise SourceError("names an encoding that is not known; save it as UTF-8") from None


def _refuse(*_declared: Any) -> NoReturn:
    raise SourceError(ENTITIES)
