"""The parser for MDX: Markdown with imports, exports, JSX tags and expressions in braces.

In the text for the Markdown parser, HTML placeholders replace tags and expressions, and its offsets are mapped to the
source. When the parser reaches a placeholder, the original is read.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial

from linter.document import Document, InlineKind, Scope
from linter.expression import expression
from linter.parsers.components import JSX_ATTRIBUTES, JSX_NAMES, PROPERTIES
from linter.parsers.elements import is_button
from linter.parsers.exported import read_exported
from linter.parsers.front_matter import read_front_matter
from linter.parsers.html_tokens import Tag
from linter.parsers.markdown import read_markdown, without_unclosed
from linter.parsers.markup import Markup
from linter.parsers.mdx_scan import Item, literal, scan
from linter.parsers.structure import assemble
from linter.source import SourceText

# a comment is an HTML block that ends with its line; an unknown tag next to text is an inline
_ALONE, _INLINE = "<!---->", "<x>"
_MAX_INDENT = 200
_BLANKS = expression(r"[ \t]*")
_TO_TEXT = expression(r"\s*")
_COMMENT = expression(r"(?s)\{\s*/\*(.*?)\*/\s*\}")


def parse(source: SourceText) -> Document:
    """Parse an MDX file; any text is valid."""
    text = without_unclosed(source.text)
    flow = Markup(text)
    front_matter, start = read_front_matter(source, flow)
    items = list(scan(text, start))
    code = (item for item in items if item.tag is None and not item.expression)
    exported = [read for item in code if (read := read_exported(flow, item.start, item.end)) is not None]
    if exported and not front_matter.values and not front_matter.error:
        front_matter = exported[0]
    masked = _Masked(text, start)
    for item, alone in zip(items, _alone(text, items), strict=True):
        masked.add(item, alone)
    masked.finish()
    placed = [
        (item.start, partial(_component, flow, _renamed(item.tag)) if item.tag else partial(_expression, flow, item))
        for item in items
        if item.tag or item.expression
    ]
    read_markdown(flow, "".join(masked.parts), masked.to_source, placed)
    return assemble(source, "mdx", flow.drafts, flow.comments, front_matter)


class _Masked:
    """The text for the Markdown parser, with a mapping from its offsets to the source."""

    def __init__(self, text: str, start: int) -> None:
        self.parts: list[str] = []
        self._text = text
        self._at = start
        self._length = 0
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._indents: list[int] = []

    def add(self, item: Item, alone: bool) -> None:
        """Copy the text before the item, and add a placeholder for it."""
        self._copy(item.start)
        if item.tag is None and not item.expression:
            self._put("\n", item.start)
        else:
            self._put(_ALONE if alone else _INLINE, item.start)
        self._at = item.end
        if alone and item.tag is not None and not item.tag.empty:
            # the content of an element may be indented; Markdown would read it as code
            if not item.tag.closing:
                self._indents.append(self._indent_after(item.end))
            elif self._indents:
                self._indents.pop()

    def finish(self) -> None:
        """Copy the rest of the text."""
        self._copy(len(self._text))
        self._put("", len(self._text))

    def to_source(self, offset: int) -> int:
        """Return the source offset of an offset in the text for the Markdown parser."""
        index = bisect_right(self._starts, offset) - 1
        return self._sources[index] + offset - self._starts[index]

    def _indent_after(self, offset: int) -> int:
        space = _TO_TEXT.match(self._text, offset)
        end = space.end() if space else offset
        return end - 1 - max(self._text.rfind("\n", offset, end), offset)

    def _copy(self, end: int) -> None:
        indent = self._indents[-1] if self._indents else 0
        if indent:
            for match in expression(rf"(?m)^[ \t]{{1,{min(indent, 100)}}}").finditer(self._text, self._at, end):
                self._put(self._text[self._at : match.start()], self._at)
                self._at = match.end()
        self._put(self._text[self._at : end], self._at)

    def _put(self, part: str, source: int) -> None:
        self.parts.append(part)
        if self._starts and self._starts[-1] == self._length:
            self._sources[-1] = source
        else:
            self._starts.append(self._length)
            self._sources.append(source)
        self._length += len(part)


def _alone(text: str, items: Sequence[Item]) -> list[bool]:
    """Return, for each item, whether its lines contain only items."""
    alone = [False] * len(items)
    first = 0
    for index, item in enumerate(items):
        after = _after(text, item.end)
        if index + 1 < len(items) and items[index + 1].start == after:
            continue
        start = items[first].start
        # bounded, since nothing is indented further
        before = re.split(r"[\r\n]", text[max(0, start - _MAX_INDENT) : start])
        opens_line = not before[-1].strip(" \t>") and (len(before) > 1 or start < _MAX_INDENT)
        if opens_line and text[after : after + 1] in ("", "\n", "\r"):
            alone[first : index + 1] = [True] * (index + 1 - first)
        first = index + 1
    return alone


def _after(text: str, offset: int) -> int:
    """Return the offset of the next character that is neither a space nor a tab."""
    blanks = _BLANKS.match(text, offset)
    return blanks.end() if blanks else offset


def _renamed(tag: Tag) -> Tag:
    """Return the tag with the HTML names of its element and attributes."""
    name = JSX_NAMES.get(tag.name, tag.name)
    if name == tag.name and not any(key in JSX_ATTRIBUTES for key in tag.values):
        return tag
    values = {JSX_ATTRIBUTES.get(key, key): value for key, value in tag.values.items()}
    return Tag(name, tag.start, tag.end, tag.closing, tag.empty, values, tag.spans)


def _component(flow: Markup, tag: Tag, inline: bool) -> None:
    """Read a JSX tag; ``inline`` if it is inside a paragraph."""
    if tag.closing:
        flow.end_tag(tag)
        return
    own = tag.name[:1].isupper()
    flow.start_tag(tag, inline, apart=own and not inline)
    if own:
        button = is_button(tag.name, tag.values)
        for name, scope in PROPERTIES.items():
            if span := tag.spans.get(name):
                flow.aside(Scope.BUTTON if button else scope, span.start, span.end, markup=False)


def _expression(flow: Markup, item: Item, _inline: bool) -> None:
    """Read an expression: a comment, a string, or anything else, which is dropped."""
    start, end = item.start, item.end
    if comment := _COMMENT.fullmatch(flow.text, start, end):
        flow.comment(comment[1], start, end)
    elif span := literal(flow.text, start, end):
        if flow.text[span.start : span.end].isspace():
            flow.unit(" ", start, end)
        else:
            flow.run(span.start, span.end)
    else:
        flow.drop(InlineKind.CODE, start, end)
