"""Reads MDX: Markdown with imports, exports, JSX tags and expressions in braces.

The Markdown parser gets a text in which each of these is replaced by a small HTML placeholder, and a map of its offsets
to the source; where it comes upon a placeholder, the thing itself is read.
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
from linter.parsers.mdx_scan import Found, literal, scan
from linter.parsers.structure import assemble
from linter.source import SourceText

# A comment is an HTML block that ends with its line; an unknown tag with text beside it is an inline.
_ALONE, _INLINE = "<!---->", "<x>"
_MAX_INDENT = 200
_BLANKS = expression(r"[ \t]*")
_TO_TEXT = expression(r"\s*")
_COMMENT = expression(r"(?s)\{\s*/\*(.*?)\*/\s*\}")


def parse(source: SourceText) -> Document:
    """The document of an MDX file; any text is one."""
    text = without_unclosed(source.text)
    flow = Markup(text)
    front_matter, start = read_front_matter(source, flow)
    found = list(scan(text, start))
    code = (item for item in found if item.tag is None and not item.expression)
    exported = [read for item in code if (read := read_exported(flow, item.start, item.end)) is not None]
    if exported and not front_matter.values and not front_matter.error:
        front_matter = exported[0]
    masked = _Masked(text, start)
    for item, alone in zip(found, _alone(text, found), strict=True):
        masked.add(item, alone)
    masked.finish()
    placed = [
        (item.start, partial(_component, flow, _renamed(item.tag)) if item.tag else partial(_expression, flow, item))
        for item in found
        if item.tag or item.expression
    ]
    read_markdown(flow, "".join(masked.parts), masked.to_source, placed)
    return assemble(source, "mdx", flow.drafts, flow.comments, front_matter)


class _Masked:
    """The text for the Markdown parser, and the way back from its offsets to the source."""

    def __init__(self, text: str, start: int) -> None:
        self.parts: list[str] = []
        self._text = text
        self._at = start
        self._length = 0
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._indents: list[int] = []

    def add(self, item: Found, alone: bool) -> None:
        """Take over the text before the item, and put a placeholder for it."""
        self._copy(item.start)
        if item.tag is None and not item.expression:
            self._put("\n", item.start)
        else:
            self._put(_ALONE if alone else _INLINE, item.start)
        self._at = item.end
        if alone and item.tag is not None and not item.tag.empty:
            # What an element holds is indented for its reader; Markdown would take it for code.
            if not item.tag.closing:
                self._indents.append(self._indent_after(item.end))
            elif self._indents:
                self._indents.pop()

    def finish(self) -> None:
        """Take over the rest."""
        self._copy(len(self._text))
        self._put("", len(self._text))

    def to_source(self, offset: int) -> int:
        """The source offset of an offset in the text for the Markdown parser."""
        index = bisect_right(self._starts, offset) - 1
        return self._sources[index] + offset - self._starts[index]

    def _indent_after(self, offset: int) -> int:
        found = _TO_TEXT.match(self._text, offset)
        end = found.end() if found else offset
        return end - 1 - max(self._text.rfind("\n", offset, end), offset)

    def _copy(self, end: int) -> None:
        indent = self._indents[-1] if self._indents else 0
        if indent:
            for found in expression(rf"(?m)^[ \t]{{1,{min(indent, 100)}}}").finditer(self._text, self._at, end):
                self._put(self._text[self._at : found.start()], self._at)
                self._at = found.end()
        self._put(self._text[self._at : end], self._at)

    def _put(self, part: str, source: int) -> None:
        self.parts.append(part)
        if self._starts and self._starts[-1] == self._length:
            self._sources[-1] = source
        else:
            self._starts.append(self._length)
            self._sources.append(source)
        self._length += len(part)


def _alone(text: str, found: Sequence[Found]) -> list[bool]:
    """For each item, whether its lines hold nothing but items."""
    alone = [False] * len(found)
    first = 0
    for index, item in enumerate(found):
        after = _after(text, item.end)
        if index + 1 < len(found) and found[index + 1].start == after:
            continue
        start = found[first].start
        # Looking back is bounded: nothing is indented that far.
        before = re.split(r"[\r\n]", text[max(0, start - _MAX_INDENT) : start])
        opens_line = not before[-1].strip(" \t>") and (len(before) > 1 or start < _MAX_INDENT)
        if opens_line and text[after : after + 1] in ("", "\n", "\r"):
            alone[first : index + 1] = [True] * (index + 1 - first)
        first = index + 1
    return alone


def _after(text: str, offset: int) -> int:
    """The offset of the next character that is neither a space nor a tab."""
    found = _BLANKS.match(text, offset)
    return found.end() if found else offset


def _renamed(tag: Tag) -> Tag:
    """The tag under the names that HTML has for its element and attributes."""
    name = JSX_NAMES.get(tag.name, tag.name)
    if name == tag.name and not any(key in JSX_ATTRIBUTES for key in tag.values):
        return tag
    values = {JSX_ATTRIBUTES.get(key, key): value for key, value in tag.values.items()}
    return Tag(name, tag.start, tag.end, tag.closing, tag.empty, values, tag.spans)


def _component(flow: Markup, tag: Tag, inline: bool) -> None:
    """Read a JSX tag; ``inline`` says that it stands in the text of a paragraph."""
    if tag.closing:
        flow.end_tag(tag)
        return
    own = tag.name[:1].isupper()
    flow.start_tag(tag, inline, apart=own and not inline)
    if own:
        press = is_button(tag.name, tag.values)
        for name, scope in PROPERTIES.items():
            if span := tag.spans.get(name):
                flow.aside(Scope.BUTTON if press else scope, span.start, span.end, markup=False)


def _expression(flow: Markup, item: Found, _inline: bool) -> None:
    """Read an expression: a comment, a string, or something that is only known when the page is built."""
    start, end = item.start, item.end
    if found := _COMMENT.fullmatch(flow.text, start, end):
        flow.comment(found[1], start, end)
    elif span := literal(flow.text, start, end):
        if flow.text[span.start : span.end].isspace():
            flow.unit(" ", start, end)
        else:
            flow.run(span.start, span.end)
    else:
        flow.drop(InlineKind.CODE, start, end)
