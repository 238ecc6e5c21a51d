"""Reads plain text: chunks between blank lines are headings, list items or paragraphs."""

import re

from linter.document import Document, Scope
from linter.parsers.elements import Context
from linter.parsers.flow import Flow
from linter.parsers.front_matter import read_front_matter
from linter.parsers.structure import assemble
from linter.source import SourceText, Span

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•‣◦·–]|\d{1,3}[.)]|[a-z][.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ \t]*>[ \t>]*")
_RULE = re.compile(r"[ \t]*[-=_*~#]{3,}[ \t]*")
_MAX_HEADING_WORDS = 12
_NO_HEADING_END = tuple(".!?:;,")
_SENTENCE_END = tuple(".!?:;)\"'”’…")
# A line is taken to go on in the next one when it is about as long as lines are wrapped.
_WRAP = range(50, 101)


def parse(source: SourceText) -> Document:
    """The document of a plain text file."""
    flow = Flow(source.text)
    front_matter, start = read_front_matter(source, flow)
    chunk: list[Span] = []
    first = True
    for found in _LINE.finditer(source.text, start):
        if found[1].strip() and not _RULE.fullmatch(found[1]):
            chunk.append(Span(found.start(1), found.end(1)))
            continue
        if chunk:
            first = not _chunk(flow, chunk, first) and first
            chunk = []
    if chunk:
        # The last line heads nothing.
        _chunk(flow, chunk, first, last=bool(flow.drafts))
    return assemble(source, "text", flow.drafts, flow.comments, front_matter)


def _chunk(flow: Flow, lines: list[Span], first: bool, last: bool = False) -> bool:
    """Read the lines between two blank ones; returns whether they were a heading."""
    texts = [flow.text[line.start : line.end] for line in lines]
    if len(lines) == 1 and not last and _is_heading(texts[0]):
        _block(flow, lines, Context(Scope.HEADING, 1 if first else 2))
        return True
    wrapped = texts[-1].rstrip().endswith(_SENTENCE_END) and all(len(text.rstrip()) in _WRAP for text in texts[:-1])
    group: list[Span] = []
    context = Context()
    for line, text in zip(lines, texts, strict=True):
        marker = _ITEM.match(text) or _QUOTE.match(text)
        goes_on = group and (wrapped or text[0] in " \t")
        if marker or not goes_on:
            _block(flow, group, context)
            group, context = [], Context()
        if marker:
            quoted = text.lstrip().startswith(">")
            context = Context(quotes=1) if quoted else Context(Scope.LIST_ITEM, lists=1)
            line = Span(line.start + marker.end(), line.end)
        group.append(line)
    _block(flow, group, context)
    return False


def _is_heading(line: str) -> bool:
    return (
        len(line.split()) <= _MAX_HEADING_WORDS
        and not line.rstrip().endswith(_NO_HEADING_END)
        and not (_ITEM.match(line) and line[0] in " \t-*+•‣◦·–")
        and not _QUOTE.match(line)
    )


def _block(flow: Flow, lines: list[Span], context: Context) -> None:
    if not lines:
        return
    mark = flow.enter(context)
    end = lines[0].start
    for line in lines:
        if line is not lines[0]:
            flow.unit(" ", end, line.start)
        flow.run(line.start, line.end)
        end = line.end
    flow.leave(mark, end)
