"""A :class:`Flow` that reads HTML and JSX tags, and opens and closes elements like a browser."""

from linter.document import InlineKind, Scope
from linter.expression import expression
from linter.parsers.context import Context, inside
from linter.parsers.elements import (
    BLOCKS,
    CLOSED,
    CODE,
    HIDDEN_IN_SVG,
    HTML_IN_SVG,
    INLINES,
    NOT_IN_SVG,
    UNREAD_WORDS,
    VOID,
    is_button,
)
from linter.parsers.grid import parse_span
from linter.parsers.html_tokens import Comment, Tag, Text, decode, entities, tokens
from linter.parsers.inlines import OpenInline
from linter.parsers.nesting import Nesting
from linter.parsers.open_elements import Element, EndTags
from linter.parsers.prose import RIGHT_TO_LEFT
from linter.source import Span
from linter.value import replace
from linter.view import DROPPED

_NO_BLOCKS_IN_SVG = frozenset(("title", "style", "script"))
_TABLE_PARTS = frozenset(("thead", "tbody", "tfoot"))
# browsers have the same limit; it keeps searches of the stack short
_MAX_DEPTH = 512
_LINK, _NAVIGATION = InlineKind.LINK, Scope.NAVIGATION
_LINE_END = expression(r"(?:\r\n?|\n)(?P<empty>\s*[\r\n])?")


class Markup(Nesting):
    """A flow that also reads tags."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._end_tags = EndTags(text)

    def feed(self, start: int, end: int, inline: bool = False) -> None:
        """Read source ``[start, end)`` as HTML; ``inline`` if it is inside a paragraph."""
        for token in tokens(self.text, start, end):
            if inline and isinstance(token, Tag) and not token.closing:
                self.start_tag(token, inline=True)
            else:
                self.token(token)

    def token(self, token: Text | Comment | Tag) -> None:
        """Read one HTML token."""
        if isinstance(token, Text):
            self.words(token)
        elif isinstance(token, Comment):
            self.comment(token.text, token.start, token.end)
        elif token.closing:
            self.end_tag(token)
        else:
            self.start_tag(token)

    def words(self, token: Text) -> None:
        """Read the text between tags."""
        if token.raw or self.context.hidden:
            return
        start = token.start
        if self._elements.has("pre"):
            for match in _LINE_END.finditer(self.text, start, token.end):
                self._words(start, match.start())
                if match["empty"]:
                    self.flush()
                else:
                    self.unit("\n", *match.span())
                start = match.end()
        self._words(start, token.end)

    def _words(self, first: int, last: int) -> None:
        if first == last or (self._context is None and self.text[first:last].isspace()):
            return
        if self.text.find("&", first, last) < 0:
            self.run(first, last)
            return
        for decoded, start, end in entities(self.text, first, last):
            if decoded:
                self.unit(decoded, start, end)
            else:
                self.run(start, end)

    def start_tag(self, tag: Tag, inline: bool = False, apart: bool = False) -> None:
        """Open an element; ``inline`` if it is inside a paragraph, ``apart`` to make it a block whatever its name."""
        name = tag.name
        if name in NOT_IN_SVG and self._elements.has("svg") and not any(map(self._elements.has, HTML_IN_SVG)):
            self._close_nearest("svg", frozenset(), tag.start)
        if name in VOID:
            self._void(tag)
            return
        if name in UNREAD_WORDS and not self._end_tags.before_a_block(name, tag.end, not self._elements.has("pre")):
            return
        if name == "a" and self._elements.has("a"):
            self._end_inline_element("a", tag.start)
        press = is_button(name, tag.values)
        in_svg = self._elements.has("svg")
        block = (apart or name in BLOCKS or "-" in name) and not (in_svg and name in _NO_BLOCKS_IN_SVG)
        if press and not inline:
            block = block or (self.context.scope is None and not self._elements.has("p"))
        elif name == "a" and not press and not inline:
            self._separate_links()
        if block:
            self._before_block(name, tag.start)
        elif name == "span":
            self._seam = Span(tag.start, tag.end)
        elif name == "bdo" and tag.values.get("dir", "").lower() == "rtl":
            self.unit(RIGHT_TO_LEFT, tag.start, tag.end)
        if tag.empty:
            return
        context = self._context_in(tag)
        if press and block and context.scope is None:
            context = replace(context, scope=Scope.BUTTON)
        elif in_svg and name in HIDDEN_IN_SVG:
            context = replace(context, hidden=True)
        if name in CODE and not self.context.hidden:
            self.drop(InlineKind.CODE, tag.start, tag.end)
        opened = self._inline_of(name, tag, press)
        if len(self._elements) < _MAX_DEPTH:
            self._elements.push(Element(name, context, block, opened))
        elif opened is not None:
            self._open.remove(opened)

    def _context_in(self, tag: Tag) -> Context:
        """Return the context inside the element that a tag opens."""
        name, outer = tag.name, self.context
        context = inside(name, tag.values, outer)
        closed = context.hidden or context.region is _NAVIGATION
        if closed and name in CLOSED and self._end_tags.none_for(name, tag.start):
            # never closed: otherwise the rest of the page would count as menu or hidden
            context = replace(inside(name, {**tag.values, "aria-hidden": ""}, outer), region=outer.region)
        if name == "table":
            return replace(context, table=self.grid.table())
        if name in _TABLE_PARTS:
            self.grid.part(context.table)
            return context
        if name == "tr":
            return replace(context, row=self.grid.row(context.table))
        if name in ("td", "th"):
            width, height = (parse_span(tag.values.get(key, "")) for key in ("colspan", "rowspan"))
            return replace(context, column=self.grid.column(context.row, width, height), width=width)
        return context

    def _inline_of(self, name: str, tag: Tag, press: bool) -> OpenInline | None:
        kind = InlineKind.BUTTON if press else INLINES.get(name)
        if (kind is None and name != "sup") or self.context.hidden:
            return None
        return self.begin(kind, tag.start, decode(tag.values.get("href", "")).strip())

    def _void(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self.unit("\n", tag.start, tag.end)
        elif name == "img":
            if inside(name, tag.values, self.context).hidden:
                return
            self.drop(InlineKind.IMAGE, tag.start, tag.end, decode(tag.values.get("src", "")))
            if span := tag.spans.get("alt"):
                self.aside(Scope.ALT_TEXT, span.start, span.end)
        elif name == "hr":
            self._before_block(name, tag.start)
        elif name == "input" and tag.values.get("type", "").lower() in ("submit", "button"):
            self.flush()
            if span := tag.spans.get("value"):
                self.aside(Scope.BUTTON, span.start, span.end)

    def _separate_links(self) -> None:
        """End the block between adjacent links (a menu, a row of cards), and between all links of a menu."""
        if self._context is None:
            return
        last = self._inlines[-1] if self._inlines else None
        touches = last is not None and last.kind is _LINK and last.end == self._prose.length
        # track whether the block so far consists of links
        if self._linked_to >= 0:
            other = self._prose.tail(self._linked_to).strip(" \n" + DROPPED)
            self._linked_to = -1 if other else self._prose.length
        only_links = self._linked_to > 0 and bool(self._clickables)
        menu = self.context.region is _NAVIGATION or (self.context.scope is None and only_links)
        if touches or (menu and not self._elements.has("p")):
            self.flush()
