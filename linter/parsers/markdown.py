"""Reads Markdown: CommonMark with tables, footnotes, task and definition lists, and the HTML that stands in it."""

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
_MAY_SLIP = expression(r"(?i)<!--|```|~~~|<pre|<textarea")


def parse(source: SourceText) -> Document:
    """The document of a Markdown file; any text is one."""
    text = without_slips(source.text)
    if _MAY_BE_DIALECT.search(text):
        from linter.parsers.markdown_dialects import plain

        text = plain(text)
    flow = _without_unshown(text) if "{%" in text else Markup(text)
    front_matter, start = read_front_matter(source, flow)
    read_markdown(flow, flow.text[start:], lambda offset: offset + start)
    return assemble(source, "markdown", flow.drafts, flow.comments, front_matter)


def without_slips(text: str) -> str:
    """The text, as long as it was, without what opens and is never closed."""
    if _MAY_SLIP.search(text):
        from linter.parsers.slips import closed

        text = closed(text, _PARSER.events_with_range)
    return text


def _without_unshown(text: str) -> Markup:
    """A flow in which Jekyll's comments and highlighted code are veiled, which are gone before Markdown is read."""
    from linter.parsers.template import masked_flow, unshown

    return masked_flow(text, list(unshown(text)))


def read_markdown(flow: Markup, text: str, to_source: Offset, placed: Sequence[Placed] = ()) -> None:
    """Read Markdown into ``flow``.

    ``to_source`` maps an offset in ``text`` to the source. ``placed`` is ordered by the offset in the source.
    """
    # a lone carriage return ends a line, too, which the library knows in some places only
    text = _LONE_RETURN.sub("\n", text) if "\r" in text else text
    reader = EventReader(flow, placed)
    place = _code_points(text, to_source)
    for event, span in _PARSER.events_with_range(text):
        if isinstance(event, str):
            reader.sign(event, place(span["start"]), place(span["end"]))
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
    """Maps an offset in the UTF-8 bytes of the text to the source."""
    if text.isascii():
        return to_source
    ends: list[int] = []
    surplus = [0]
    extra = 0
    for found in _NOT_ASCII.finditer(text):
        character = found[0]
        extra += 1 if character < "\u0800" else 2 if character < "\U00010000" else 3
        ends.append(found.end() + extra)
        surplus.append(extra)
    return lambda offset: to_source(offset - surplus[bisect_right(ends, offset)])
