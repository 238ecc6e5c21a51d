"""The reading of a marked-up article: elements and text go in, blocks come out.

All parsers of marked-up formats drive one :class:`Flow`, so a paragraph, a list item or a button means the same in
Markdown, in HTML and in HTML inside Markdown.
"""

import re
from typing import NamedTuple

from linter.document import DROPPED, Inline, InlineKind, Scope, View
from linter.parsers.elements import (
    BLOCKS,
    CODE,
    DEFAULT_REACH,
    INLINES,
    PROPERTIES,
    REACH,
    SUPERSEDES,
    VOID,
    Context,
    inside,
    is_button,
)
from linter.parsers.html_tokens import Comment, Tag, Text, decode, entities, tokens
from linter.parsers.prose import Canvas, Prose
from linter.parsers.structure import Draft
from linter.source import Span

# Looking a member up in its enumeration is slow before Python 3.12.
_LINK, _BUTTON, _SMALL, _REFERENCE_MARK = (
    InlineKind.LINK,
    InlineKind.BUTTON,
    InlineKind.SMALL,
    InlineKind.REFERENCE,
)
_PARAGRAPH, _CELLS = Scope.PARAGRAPH, (Scope.TABLE_CELL, Scope.TABLE_HEADER)

# Browsers nest no deeper either; it keeps every look up the stack short.
_MAX_DEPTH = 512
_MAX_INLINES = 10
_DIRECTIVE = "medlint:"
_REFERENCE = re.compile(r"[\[(]?[\d*†‡§¶][\d\s,;*†‡§¶–-]*[\])]?")
_TEXT_REFERENCE = re.compile(r"\[\d{1,3}(?:\s?[,;-]\s?\d{1,3})*\]")
_EXPONENT = re.compile(r"(?:\d|(?:^|[^\w])(?:[cmk]?m|ft|in))$")


class OpenInline:
    """An inline that has begun: where in which prose, and where in the source.

    It moves on to the next block when its own ends before it does; then it is ``carried``.
    """

    __slots__ = ("at", "carried", "kind", "prose", "start", "target")

    def __init__(self, kind: InlineKind | None, target: str, prose: Prose, at: int, start: int) -> None:
        self.kind = kind
        self.target = target
        self.prose = prose
        self.at = at
        self.start = start
        self.carried = False


class _Element(NamedTuple):
    name: str
    context: Context
    block: bool
    inline: OpenInline | None = None


class Flow:
    """Collects the blocks of one article; offsets are code points of ``text``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.canvas = Canvas(text)
        self.drafts: list[Draft] = []
        self.comments: list[tuple[str, Span]] = []
        self._prose = Prose(self.canvas)
        self._context: Context | None = None
        self._inlines: list[Inline] = []
        self._presses: list[tuple[int, int]] = []
        self._open: list[OpenInline] = []
        self._linked_to = 0
        self._stack = [_Element("", Context(), True)]
        self._names: dict[str, int] = {}
        self._rows = -1
        self._seam: Span | None = None

    # Text

    def run(self, start: int, end: int) -> None:
        """Source characters that stand for themselves."""
        if self._seam is not None:
            self._space_at_seam(self.text[start])
        if self._context is None:
            self._context = self._stack[-1].context
        if not self._stack[-1].context.hidden:
            self._prose.run(start, end)

    def unit(self, characters: str, start: int, end: int) -> None:
        """View characters that stand for source ``[start, end)`` as a whole: an entity, a break, :data:`DROPPED`."""
        if self._context is None:
            self._context = self._stack[-1].context
        if not self._stack[-1].context.hidden:
            self._prose.unit(characters, start, end)

    def drop(self, kind: InlineKind, start: int, end: int, target: str = "") -> None:
        """An inline that is not prose: code, an image, a reference mark."""
        if not self._stack[-1].context.hidden:
            at = self._prose.length
            self.unit(DROPPED, start, end)
            self._inlines.append(Inline(kind, at, at + 1, target))

    def comment(self, text: str, start: int, end: int) -> None:
        """A comment; kept when it speaks to medlint."""
        text = text.strip()
        if text.startswith(_DIRECTIVE):
            self.comments.append((text[len(_DIRECTIVE) :].strip(), Span(start, end)))

    def aside(self, scope: Scope, start: int, end: int, markup: bool = True) -> None:
        """A block of its own beside the running text: an attribute's value, a front matter value."""
        prose = Prose(self.canvas)
        if markup and self.text.find("&", start, end) >= 0:
            for decoded, first, last in entities(self.text, start, end):
                if decoded:
                    prose.unit(decoded, first, last)
                else:
                    prose.run(first, last)
        else:
            prose.run(start, end)
        self.aside_view(scope, prose.finish())

    def aside_view(self, scope: Scope, view: View | None) -> None:
        """A block of its own with a view that is ready."""
        context = self._stack[-1].context
        if view is not None and not context.hidden:
            place = Scope.NAVIGATION if context.region is Scope.NAVIGATION else scope
            self.drafts.append(
                Draft(
                    view.pieces[0].source_start,
                    place,
                    view,
                    quoted=context.quotes > 0,
                    collapsed=context.closed > 0,
                )
            )

    # Inlines

    def begin(self, kind: InlineKind | None, start: int, target: str = "") -> OpenInline | None:
        """Begin a link, an emphasis …; without a kind, what may turn out to be a reference mark.

        None where too many are open already: such an inline is text and nothing more.
        """
        if len(self._open) >= _MAX_INLINES:
            return None
        inline = OpenInline(kind, target, self._prose, self._prose.length, start)
        self._open.append(inline)
        return inline

    def end(self, inline: OpenInline, end: int) -> None:
        """End an inline that :meth:`begin` began."""
        if self._open[-1] is inline:
            self._open.pop()
        else:
            self._open.remove(inline)
        if inline.prose is not self._prose or self._stack[-1].context.hidden:
            return
        length = self._prose.length
        if inline.kind is None or (inline.kind is _LINK and inline.target.startswith("#")):
            if not inline.carried and self._is_reference(inline):
                self._prose.cut(inline.at)
                while self._inlines and self._inlines[-1].start >= inline.at:
                    self._inlines.pop()
                self.drop(_REFERENCE_MARK, inline.start, end, inline.target)
                return
            if inline.kind is None:
                return
        if length > inline.at:
            self._inlines.append(Inline(inline.kind, inline.at, length, inline.target))
            if inline.kind in (_LINK, _BUTTON) and not inline.carried:
                self._presses.append((inline.at, length))
                if self._linked_to == inline.at:
                    self._linked_to = length

    def _is_reference(self, inline: OpenInline) -> bool:
        mark = self._prose.tail(inline.at).strip(" " + DROPPED)
        if not _REFERENCE.fullmatch(mark):
            return not mark and inline.kind is None and self._prose.length > inline.at
        before = self._prose.tail(max(0, inline.at - 4))[: min(4, inline.at)]
        return not _EXPONENT.search(before)

    # Elements

    def enter(self, context: Context) -> int:
        """Open a block that no tag can close; returns the mark for :meth:`leave`."""
        self.flush()
        self._stack.append(_Element("", context, True))
        return len(self._stack) - 1

    def leave(self, mark: int, end: int) -> None:
        """Close what :meth:`enter` opened, and everything left open in it."""
        self.flush()
        while len(self._stack) > mark:
            self._pop(end)

    @property
    def context(self) -> Context:
        """The context of text that would come now."""
        return self._stack[-1].context

    def next_row(self) -> int:
        """The number of a new table row."""
        self._rows += 1
        return self._rows

    def feed(self, start: int, end: int, inline: bool = False) -> None:
        """Read source ``[start, end)`` as HTML; ``inline`` says that it stands in the text of a paragraph."""
        for token in tokens(self.text, start, end):
            if inline and isinstance(token, Tag) and not token.closing:
                self.start_tag(token, inline=True)
            else:
                self.token(token)

    def component(self, tag: Tag, inline: bool) -> None:
        """Read a JSX tag; ``inline`` says that it stands in the text of a paragraph."""
        if tag.closing:
            self.end_tag(tag)
            return
        self.start_tag(tag, inline, apart=tag.name[:1].isupper() and not inline)
        if tag.name[:1].isupper():
            press = is_button(tag.name, tag.values)
            for name, scope in PROPERTIES.items():
                if span := tag.spans.get(name):
                    self.aside(Scope.BUTTON if press else scope, span.start, span.end, markup=False)

    def token(self, token: Text | Comment | Tag) -> None:
        """Read one piece of HTML."""
        if isinstance(token, Text):
            self._html_text(token)
        elif isinstance(token, Comment):
            self.comment(token.text, token.start, token.end)
        elif token.closing:
            self.end_tag(token)
        else:
            self.start_tag(token)

    def start_tag(self, tag: Tag, inline: bool = False, apart: bool = False) -> None:
        """Open an element, in the text of a paragraph if ``inline``; ``apart`` makes it a block whatever its name."""
        name = tag.name
        if name in VOID:
            self._void(tag)
            return
        if name == "a" and self._names.get("a"):
            self._end_inline_element("a", tag.start)
        press = is_button(name, tag.values)
        block = apart or name in BLOCKS or "-" in name
        if press and not inline:
            block = block or (self.context.scope is None and not self._in_paragraph())
        elif name == "a" and not press and not inline:
            self._part_links()
        if block:
            self._before_block(name, tag.start)
        elif name == "span":
            self._seam = Span(tag.start, tag.end)
        if tag.empty:
            return
        context = inside(name, tag.values, self.context)
        if press and block and context.scope is None:
            context = context._replace(scope=Scope.BUTTON)
        elif name == "tr":
            context = context._replace(row=self.next_row())
        if name in CODE and not self.context.hidden:
            self.drop(InlineKind.CODE, tag.start, tag.end)
        opened = self._inline_of(name, tag, press)
        if len(self._stack) < _MAX_DEPTH:
            self._stack.append(_Element(name, context, block, opened))
            self._names[name] = self._names.get(name, 0) + 1
        elif opened is not None:
            self._open.remove(opened)

    def end_tag(self, tag: Tag) -> None:
        """Close an element, and with it what stands open in it."""
        name = tag.name
        if not self._names.get(name):
            if name == "br":
                self.unit("\n", tag.start, tag.end)
            elif name in BLOCKS:
                self.flush()
        elif self._stack[-1].name == name:
            if self._stack[-1].block:
                self.flush()
            self._pop(tag.end)
        elif name in BLOCKS or "-" in name:
            self._close(name, REACH.get(name, DEFAULT_REACH), tag.end)
        else:
            self._end_inline_element(name, tag.end)
        if name == "span":
            self._seam = Span(tag.start, tag.end)

    def flush(self) -> None:
        """End the current block."""
        prose, context, opened = self._prose, self._context, self._open
        if context is None:
            # Nothing was read, but a link that goes on from here encloses blocks.
            for inline in opened:
                inline.carried = True
            return
        for inline in opened:
            if inline.prose is prose and inline.kind is not None and prose.length > inline.at:
                self._inlines.append(Inline(inline.kind, inline.at, prose.length, inline.target))
        view = prose.finish()
        if view is not None:
            self.drafts.append(self._draft(view, context))
        self._prose, self._context, self._linked_to = Prose(self.canvas), None, 0
        if self._inlines:
            self._inlines, self._presses = [], []
        for inline in opened:
            inline.prose, inline.at, inline.carried = self._prose, 0, True

    # Parts of the above

    def _draft(self, view: View, context: Context) -> Draft:
        text = view.text
        scope, level = context.place()
        inlines = [shown for inline in self._inlines if (shown := _trimmed(inline, text)) is not None]
        if inlines and scope is _PARAGRAPH:
            if self._presses and _covers(self._presses, text):
                scope = Scope.BUTTON
            elif any(inline.kind is _SMALL for inline in inlines) and _covers(
                [(inline.start, inline.end) for inline in inlines if inline.kind is _SMALL], text
            ):
                scope = Scope.FINE_PRINT
        if "[" in text:
            inlines += [Inline(_REFERENCE_MARK, found.start(), found.end()) for found in _TEXT_REFERENCE.finditer(text)]
        if len(inlines) > 1:
            inlines.sort(key=lambda inline: (inline.start, -inline.end))
        return Draft(
            view.pieces[0].source_start,
            scope,
            view,
            level,
            context.row if scope in _CELLS else -1,
            context.quotes > 0,
            context.closed > 0,
            tuple(inlines),
        )

    def _html_text(self, token: Text) -> None:
        if token.raw or self.context.hidden:
            return
        if self._context is None and self.text[token.start : token.end].isspace():
            return
        if self.text.find("&", token.start, token.end) < 0:
            self.run(token.start, token.end)
            return
        for decoded, start, end in entities(self.text, token.start, token.end):
            if decoded:
                self.unit(decoded, start, end)
            else:
                self.run(start, end)

    def _inline_of(self, name: str, tag: Tag, press: bool) -> OpenInline | None:
        kind = _BUTTON if press else INLINES.get(name)
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

    def _in_paragraph(self) -> bool:
        return self._names.get("p", 0) > 0

    def _space_at_seam(self, following: str) -> None:
        """Part labels that touch in the source but not on the page: "Duration" and "60 min", not "re" and "lief"."""
        seam, self._seam = self._seam, None
        if seam is None or not (following.isupper() or following.isdigit()):
            return
        length = self._prose.length
        last = self._prose.tail(length - 1) if length else " "
        if last.islower() or (last.isdigit() and following.isupper()):
            self.unit(" ", seam.start, seam.end)

    def _part_links(self) -> None:
        """Links that touch are drawn apart (a menu, a row of cards); each link of a menu is on its own."""
        if self._context is None:
            return
        last = self._inlines[-1] if self._inlines else None
        touches = last is not None and last.kind is _LINK and last.end == self._prose.length
        # Whether all of the block so far is links.
        if self._linked_to >= 0:
            other = self._prose.tail(self._linked_to).strip(" \n" + DROPPED)
            self._linked_to = -1 if other else self._prose.length
        only_links = self._linked_to > 0 and bool(self._presses)
        menu = self.context.region is Scope.NAVIGATION or (self.context.scope is None and only_links)
        if touches or (menu and not self._in_paragraph()):
            self.flush()

    def _before_block(self, name: str, start: int) -> None:
        self.flush()
        if self._names.get("p"):
            self._close("p", DEFAULT_REACH | {"button"}, start)
        for other in SUPERSEDES.get(name, ()):
            if self._names.get(other):
                self._close(other, REACH.get(name, DEFAULT_REACH), start)

    def _close(self, name: str, reach: frozenset[str], end: int) -> None:
        """Close the nearest open element of this name, unless it stands beyond one of ``reach``."""
        self.flush()
        for index in range(len(self._stack) - 1, 0, -1):
            found = self._stack[index].name
            if found == name:
                while len(self._stack) > index:
                    self._pop(end)
                return
            if not found and self._stack[index].block:
                return
            if found in reach:
                return

    def _end_inline_element(self, name: str, end: int) -> None:
        for index in range(len(self._stack) - 1, 0, -1):
            element = self._stack[index]
            if element.block and (not element.name or element.name == name):
                if element.name:
                    self.flush()
                    while len(self._stack) > index:
                        self._pop(end)
                return
            if element.name == name:
                self._shut(element, end)
                del self._stack[index]
                return

    def _pop(self, end: int) -> None:
        self._shut(self._stack.pop(), end)

    def _shut(self, element: _Element, end: int) -> None:
        if element.name:
            self._names[element.name] -= 1
        if element.inline is not None:
            self.end(element.inline, end)


def _trimmed(inline: Inline, text: str) -> Inline | None:
    """The inline within the text as it was trimmed, without white space at its ends."""
    start, end = inline.start, min(inline.end, len(text))
    if start < end and text[start] in " \n":
        start += 1
    if start < end and text[end - 1] in " \n":
        end -= 1
    if start >= end:
        return None
    if (start, end) == (inline.start, inline.end):
        return inline
    return Inline(inline.kind, start, end, inline.target)


def _covers(stretches: list[tuple[int, int]], text: str) -> bool:
    """Whether nothing but white space and dropped inlines stands outside the stretches."""
    end = 0
    for start, stop in sorted(stretches):
        if text[end:start].strip(" \n" + DROPPED):
            return False
        end = max(end, stop)
    return not text[end:].strip(" \n" + DROPPED)
