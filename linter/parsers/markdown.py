"""The parser for Markdown: CommonMark with tables, footnotes, task and definition lists, and embedded HTML."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

import pyromark

from linter.document import Document
from linter.expression import expression
from linter.parsers.front_matter import read_front_matter
from linter.parsers.markdown_events import EventReader, Placed
from linter.parsers.markup import Markup
from linter.parsers.structure import assemble
from linter.source import SourceText

Offset = Callable[[int], int]

_OPTIONS = pyromark.Options
_PARSER = pyromark.Markdown(
    options=_OPTIONS.ENABLE_TABLES
    | _OPTIONS.ENABLE_FOOTNOTES
    | _OPTIONS.ENABLE_STRIKETHROUGH
    | _OPTIONS.ENABLE_TASKLISTS
    | _OPTIONS.ENABLE_HEADING_ATTRIBUTES
    | _OPTIONS.ENABLE_DEFINITION_LIST
    | _OPTIONS.ENABLE_GFM
)
_LONE_RETURN = expression(r"\r(?!\n)")
_NOT_ASCII = expression("[^\x00-\x7f]")
_MAY_BE_DIALECT = expression(r'\{\{[<%]|(?:!!!|\?\?\?\+?) |===[+!]? "')
_MAY_BE_UNCLOSED = expression(r"(?i)<!--|```|~~~|<pre|<textarea")


def parse(source: SourceText) -> Document:
    """Parse a Markdown file; any text is valid."""
    text = without_unclosed(source.text)
    if _MAY_BE_DIALECT.search(text):
        from linter.parsers.markdown_dialects import plain

        text = plain(text)
    flow = _without_hidden(text) if "{%" in text else Markup(text)
    front_matter, start = read_front_matter(source, flow)
    read_markdown(flow, flow.text[start:], lambda offset: offset + start)
    return assemble(source, "markdown", flow.drafts, flow.comments, front_matter)


def without_unclosed(text: str) -> str:
    """Return the text, of the same length, with unclosed comments, fences and tags masked."""
    if _MAY_BE_UNCLOSED.search(text):
        from linter.parsers.slips import mask_unclosed

        text = mask_unclosed(text, _PARSER.events_with_range)
    return text


def _without_hidden(text: str) -> Markup:
    """Return a flow with the comments and highlighted code of Jekyll masked, which it removes before Markdown."""
    from linter.parsers.template import hidden, masked_flow

    return masked_flow(text, list(hidden(text)))


def read_markdown(flow: Markup, text: str, to_source: Offset, placed: Sequence[Placed] = ()) -> None:
    """Read Markdown into ``flow``.

    ``to_source`` maps offsets in ``text`` to the source. ``placed`` is in order of source offsets.
    """
    # a lone carriage return also ends a line, but the library does not handle it everywhere
    text = _LONE_RETURN.sub("\n", text) if "\r" in text else text
    reader = EventReader(flow, placed)
    place = _code_points(text, to_source)
    for event, span in _PARSER.events_with_range(text):
        if isinstance(event, str):
            reader.line_break(event, place(span["start"]), place(span["end"]))
            continue
        for kind, value in event.items():
            if kind == "Text":
                reader.text(str(value), place(span["start"]), place(span["end"]))
            elif kind == "Start":
                reader.start(value, place(span["start"]), place(span["end"]))
            elif kind == "End":
                reader.end(place(span["end"]))
            else:
                reader.other(kind, place(span["start"]), place(span["end"]))
    flow.flush()


def _code_points(text: str, to_source: Offset) -> Offset:
    """Return a function that maps offsets in the UTF-8 bytes of the text to the source."""
    if text.isascii():
        return to_source
    ends: list[int] = []
    surplus = [0]
    extra = 0
    for match in _NOT_ASCII.finditer(text):
        character = match[0]
        extra += 1 if character < "\u0800" else 2 if character < "\U00010000" else 3
        ends.append(match.end() + extra)
        surplus.append(extra)
    return lambda offset: to_source(offset - surplus[bisect_right(ends, offset)])
