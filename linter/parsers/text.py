"""The parser for plain text: chunks between blank lines are headings, list items or paragraphs."""

from collections.abc import Iterator

from linter.document import Document, Scope
from linter.expression import expression
from linter.parsers.context import Context
from linter.parsers.flow import Flow
from linter.parsers.front_matter import read_front_matter
from linter.parsers.structure import assemble
from linter.source import SourceText, Span

_LINE = expression(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_ITEM = expression(r"[ \t]*(?:[-*+•‣◦·–]|\d{1,3}[.)]|[a-z][.)])[ \t]+(?=\S)")
_QUOTE = expression(r"[ \t]*>[ \t>]*")
_RULE = expression(r"[ \t]*[-=_*~#]{3,}[ \t]*")
_MAX_HEADING_WORDS = 12
_NO_HEADING_END = tuple(".!?:;,")
_SENTENCE_END = tuple(".!?:;)\"'”’…")
# lengths of lines that are probably wrapped and continue on the next line
_WRAP = range(50, 101)


def parse(source: SourceText) -> Document:
    """Parse a plain text file."""
    flow = Flow(source.text)
    front_matter, start = read_front_matter(source, flow)
    chunks = list(_chunks(source.text, start))
    first = True
    for index, lines in enumerate(chunks):
        # the last chunk of an article cannot be a heading
        may_head = index + 1 < len(chunks) or len(chunks) == 1
        if may_head and len(lines) == 1 and _is_heading(source.text[lines[0].start : lines[0].end]):
            _block(flow, lines, Context(Scope.HEADING, 1 if first else 2))
            first = False
        else:
            _chunk(flow, lines)
    return assemble(source, "text", flow.drafts, flow.comments, front_matter)


def _chunks(text: str, start: int) -> Iterator[list[Span]]:
    """Yield the groups of lines between blank lines and rules."""
    lines: list[Span] = []
    for match in _LINE.finditer(text, start):
        if match[1].strip() and not _RULE.fullmatch(match[1]):
            lines.append(Span(match.start(1), match.end(1)))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _chunk(flow: Flow, lines: list[Span]) -> None:
    """Read the lines of a chunk as list items, quotations, one wrapped paragraph or several short ones."""
    texts = [flow.text[line.start : line.end] for line in lines]
    wrapped = texts[-1].rstrip().endswith(_SENTENCE_END) and all(len(text.rstrip()) in _WRAP for text in texts[:-1])
    group: list[Span] = []
    context = Context()
    for line, text in zip(lines, texts, strict=True):
        marker = _ITEM.match(text) or _QUOTE.match(text)
        continues = group and (wrapped or text[0] in " \t")
        if marker or not continues:
            _block(flow, group, context)
            group, context = [], Context()
        if marker:
            quoted = text.lstrip().startswith(">")
            context = Context(quotes=1) if quoted else Context(Scope.LIST_ITEM, lists=1)
            line = Span(line.start + marker.end(), line.end)
        group.append(line)
    _block(flow, group, context)


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
