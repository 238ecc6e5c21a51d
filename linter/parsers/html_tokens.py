"""An HTML tokenizer with exact offsets, by the rules of the HTML standard.

Every character is read once: an unclosed tag, comment or quoted value extends to the end of the text, as in a browser.
Why not tree-sitter-html: on an ordinary page it takes longer than this whole parser, it counts bytes, and it reports
elements nested deeper than its scanner can remember as errors.
"""

from collections.abc import Iterator, Mapping

from linter.expression import expression
from linter.parsers.elements import RAW_TEXT, SHOWN_RAW
from linter.source import Span
from linter.typed import Match
from linter.value import EMPTY, Struct

_TOKEN = expression(
    r"(?ais)<!--(?:-?>|(?P<comment>.*?)(?:--!?>|\Z))"
    r"|<[!?][^>]*+>?"
    r"|</(?P<closes>[a-z][^\s/>]*+)[^>]*+>?"
    r"|<(?P<opens>[a-z][^\s/>]*+)"
    r"(?P<rest>(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)*+)>?"
)
# a quotation mark that does not open a value is part of the name, and so is a leading equals sign
_ATTRIBUTE = expression(r"(?a)(=[^\s>/=]*+|[^\s>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s>]++)))?+")
_RAW_END = {name: expression(f"(?ai)</{name}(?=[\\s/>]|\\Z)") for name in RAW_TEXT}
_ENTITY = expression(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


class Text(Struct, frozen=True):
    """Text between tags; ``raw`` for the content of scripts and similar elements."""

    start: int
    end: int
    raw: bool = False


class Comment(Struct, frozen=True):
    """A comment; ``text`` is its content."""

    text: str
    start: int
    end: int


class Tag(Struct, frozen=True):
    """A start or end tag. ``values`` are not decoded; ``spans`` are the spans of the values."""

    name: str
    start: int
    end: int
    closing: bool = False
    empty: bool = False
    values: Mapping[str, str] = EMPTY
    spans: Mapping[str, Span] = EMPTY


Token = Text | Comment | Tag


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of ``text[start:end]`` in order; everything except tags and comments is text."""
    while (match := _TOKEN.search(text, start, end)) is not None:
        if match.start() > start:
            yield Text(start, match.start())
        start = match.end()
        if match["opens"] is not None:
            tag = _start_tag(match)
            yield tag
            if tag.name in RAW_TEXT and not tag.empty:
                shown = tag.name in SHOWN_RAW
                close = _RAW_END[tag.name].search(text, start, end)
                if close is None and shown:
                    continue  # never closed: read the rest of the page as markup, not as one text
                raw_end = close.start() if close else end
                if raw_end > start:
                    yield Text(start, raw_end, raw=not shown)
                start = raw_end
        elif match["closes"] is not None:
            yield Tag(match["closes"].lower(), match.start(), start, closing=True)
        elif match["comment"] is not None:
            yield Comment(match["comment"], match.start(), start)
    if start < end:
        yield Text(start, end)


def entities(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the text as parts ``(decoded, start, end)``; ``decoded`` is empty for text without an entity."""
    # lazy: the table of names is large, and most texts have no entity
    from html import unescape

    for match in _ENTITY.finditer(text, start, end):
        decoded = unescape(match[0])
        if decoded == match[0]:
            continue
        if match.start() > start:
            yield "", start, match.start()
        start = match.end()
        # a legacy name without semicolon (&nbsp) may match only a prefix of the letters; the rest is text
        while len(decoded) > 1 and decoded[-1] == text[start - 1]:
            decoded, start = decoded[:-1], start - 1
        yield decoded or "\u200b", match.start(), start  # an entity for no character (&#1;) is invisible
    if start < end:
        yield "", start, end


def decode(value: str) -> str:
    """Return an attribute's value with its entities decoded."""
    if "&" not in value:
        return value
    from html import unescape

    return unescape(value)


def _start_tag(match: "Match[str]") -> Tag:
    name = match["opens"].lower()
    rest = match["rest"]
    if not rest:
        return Tag(name, match.start(), match.end())
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    offset = match.start("rest")
    for attribute in _ATTRIBUTE.finditer(rest):
        key = attribute[1].lower()
        if key not in values:
            group = attribute.lastindex or 1
            values[key] = attribute[group] if group > 1 else ""
            if group > 1:
                spans[key] = Span(offset + attribute.start(group), offset + attribute.end(group))
    return Tag(name, match.start(), match.end(), False, rest.endswith("/"), values, spans)
