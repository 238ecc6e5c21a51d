"""Cuts HTML into tags, comments and text with exact offsets, by the rules of the HTML standard's tokenizer.

Why not tree-sitter-html: on an ordinary page it takes longer than this whole parser does, it counts bytes, and it makes
an error of every element nested deeper than its scanner can remember. Every character is read once: a tag, a comment or
a quoted value that is never closed runs to the end of the text, as it does in a browser.
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
# a quotation mark that opens no value is part of the name, as an equals sign is that stands before it
_ATTRIBUTE = expression(r"(?a)(=[^\s>/=]*+|[^\s>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s>]++)))?+")
_RAW_END = {name: expression(f"(?ai)</{name}(?=[\\s/>]|\\Z)") for name in RAW_TEXT}
_ENTITY = expression(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


class Text(Struct, frozen=True):
    """Characters between tags; ``raw`` for the content of scripts and the like."""

    start: int
    end: int
    raw: bool = False


class Comment(Struct, frozen=True):
    """A comment and what it says."""

    text: str
    start: int
    end: int


class Tag(Struct, frozen=True):
    """A start tag or an end tag. ``values`` are undecoded; ``spans`` say where each value stands."""

    name: str
    start: int
    end: int
    closing: bool = False
    empty: bool = False
    values: Mapping[str, str] = EMPTY
    spans: Mapping[str, Span] = EMPTY


Token = Text | Comment | Tag


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` in order; what is neither tag nor comment is text."""
    while (found := _TOKEN.search(text, start, end)) is not None:
        if found.start() > start:
            yield Text(start, found.start())
        start = found.end()
        if found["opens"] is not None:
            tag = _start_tag(found)
            yield tag
            if tag.name in RAW_TEXT and not tag.empty:
                shown = tag.name in SHOWN_RAW
                close = _RAW_END[tag.name].search(text, start, end)
                if close is None and shown:
                    continue  # the rest of the page is text of its source, which its tags part better
                raw_end = close.start() if close else end
                if raw_end > start:
                    yield Text(start, raw_end, raw=not shown)
                start = raw_end
        elif found["closes"] is not None:
            yield Tag(found["closes"].lower(), found.start(), start, closing=True)
        elif found["comment"] is not None:
            yield Comment(found["comment"], found.start(), start)
    if start < end:
        yield Text(start, end)


def entities(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The text as ``(decoded, start, end)`` parts; ``decoded`` is empty where the characters stand for themselves."""
    # The table of names is large; most texts have no entity.
    from html import unescape

    for found in _ENTITY.finditer(text, start, end):
        decoded = unescape(found[0])
        if decoded == found[0]:
            continue
        if found.start() > start:
            yield "", start, found.start()
        start = found.end()
        # an old name without its semicolon (&nbsp) ends where the letters after it stand for themselves
        while len(decoded) > 1 and decoded[-1] == text[start - 1]:
            decoded, start = decoded[:-1], start - 1
        yield decoded or "\u200b", found.start(), start  # what stands for nothing (&#1;) is as good as unseen
    if start < end:
        yield "", start, end


def decode(value: str) -> str:
    """An attribute's value with its entities decoded."""
    if "&" not in value:
        return value
    from html import unescape

    return unescape(value)


def _start_tag(found: "Match[str]") -> Tag:
    name = found["opens"].lower()
    rest = found["rest"]
    if not rest:
        return Tag(name, found.start(), found.end())
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    offset = found.start("rest")
    for attribute in _ATTRIBUTE.finditer(rest):
        key = attribute[1].lower()
        if key not in values:
            group = attribute.lastindex or 1
            values[key] = attribute[group] if group > 1 else ""
            if group > 1:
                spans[key] = Span(offset + attribute.start(group), offset + attribute.end(group))
    return Tag(name, found.start(), found.end(), False, rest.endswith("/"), values, spans)
