"""The builder of blocks that all parsers use: text, inlines and block borders go in, drafts of blocks come out.

So a paragraph, a list item or a button means the same in Markdown, in HTML and in HTML inside Markdown.
"""

from linter.document import Inline, InlineKind, Scope
from linter.expression import expression
from linter.parsers.context import Context
from linter.parsers.drafts import Draft, aside, draft
from linter.parsers.grid import Grid
from linter.parsers.html_tokens import entities
from linter.parsers.inlines import OpenInline, is_reference
from linter.parsers.open_elements import Element, OpenElements
from linter.parsers.prose import Canvas, Prose
from linter.parsers.structure import Remark
from linter.source import Span
from linter.view import DROPPED, View

# looking up enum members is slow before Python 3.12
_LINK, _BUTTON = InlineKind.LINK, InlineKind.BUTTON

# inlines nested more deeply are ignored: every block that they span would repeat them
_MAX_INLINES = 10
_DIRECTIVE = expression(r"(?i)medlint(?:\s*(?P<colon>:)|\s*-|\s+ignore)")
"""The start of a directive. One without the colon is kept too, so that it is reported instead of silently ignored."""


class Flow:
    """Collects the blocks of one article; offsets are code points of ``text``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.canvas = Canvas(text)
        self.drafts: list[Draft] = []
        self.comments: list[Remark] = []
        self._prose = Prose(self.canvas)
        self._context: Context | None = None
        self._inlines: list[Inline] = []
        self._clickables: list[tuple[int, int]] = []
        self._open: list[OpenInline] = []
        self._linked_to = 0
        self._elements = OpenElements()
        self.grid = Grid()
        self._seam: Span | None = None

    # Text

    def run(self, start: int, end: int) -> None:
        """Add source characters that are prose as they are."""
        if self._seam is not None:
            self._space_at_seam(self.text[start])
        if self._context is None:
            self._context = self._elements.innermost.context
        if not self._elements.innermost.context.hidden:
            self._prose.run(start, end)

    def unit(self, characters: str, start: int, end: int) -> None:
        """Add view characters that represent source ``[start, end)``: an entity, a line break, :data:`DROPPED`."""
        if self._context is None:
            self._context = self._elements.innermost.context
        if not self._elements.innermost.context.hidden:
            self._prose.unit(characters, start, end)

    def drop(self, kind: InlineKind, start: int, end: int, target: str = "") -> None:
        """Add an inline that is not prose: code, an image, a reference mark."""
        if not self._elements.innermost.context.hidden:
            at = self._prose.length
            self.unit(DROPPED, start, end)
            self._inlines.append(Inline(kind, at, at + 1, target))

    def comment(self, text: str, start: int, end: int, about: Span | None = None) -> None:
        """Add a comment if it is a directive, with what it is ``about`` if known."""
        text = text.strip()
        match = _DIRECTIVE.match(text)
        if match is not None:
            directive = text[match.end() :].strip() if match["colon"] else text
            self.comments.append(Remark(Span(start, end), directive, about))

    def aside(self, scope: Scope, start: int, end: int, markup: bool = True) -> None:
        """Add a separate block for text outside the running text: an attribute's value, a front matter value."""
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
        """Add a separate block with a finished view."""
        context = self._elements.innermost.context
        if view is not None and not context.hidden:
            self.drafts.append(aside(view, scope, context))

    # Inlines

    def begin(self, kind: InlineKind | None, start: int, target: str = "") -> OpenInline | None:
        """Start a link, an emphasis …; without a kind, a possible reference mark.

        Returns None if too many are open; the inline is then ignored.
        """
        if len(self._open) >= _MAX_INLINES:
            return None
        inline = OpenInline(kind, target, self._prose, self._prose.length, start)
        self._open.append(inline)
        return inline

    def end(self, inline: OpenInline, end: int) -> None:
        """End an inline that :meth:`begin` started."""
        if self._open[-1] is inline:
            self._open.pop()
        else:
            self._open.remove(inline)
        if inline.prose is not self._prose or self._elements.innermost.context.hidden:
            return
        length = self._prose.length
        if inline.kind is None or (inline.kind is _LINK and inline.target.startswith("#")):
            if not inline.carried and is_reference(inline):
                self._prose.cut(inline.at)
                while self._inlines and self._inlines[-1].start >= inline.at:
                    self._inlines.pop()
                self.drop(InlineKind.REFERENCE, inline.start, end, inline.target)
                return
            if inline.kind is None:
                return
        if length > inline.at:
            self._inlines.append(Inline(inline.kind, inline.at, length, inline.target))
            if inline.kind in (_LINK, _BUTTON) and not inline.carried:
                self._clickables.append((inline.at, length))
                if self._linked_to == inline.at:
                    self._linked_to = length

    # Blocks

    def enter(self, context: Context) -> int:
        """Open a block that no tag can close, and return a mark for :meth:`leave`."""
        self.flush()
        self._elements.push(Element("", context, True))
        return len(self._elements) - 1

    def leave(self, mark: int, end: int) -> None:
        """Close the block that :meth:`enter` opened, and everything still open in it."""
        self.flush()
        self._close(mark, end)

    @property
    def context(self) -> Context:
        """The context of the text that comes next."""
        return self._elements.innermost.context

    def flush(self) -> None:
        """End the current block."""
        prose, context, opened = self._prose, self._context, self._open
        if context is None:
            # nothing was read, but a link that is open here encloses blocks
            for inline in opened:
                inline.carried = True
            return
        for inline in opened:
            if inline.prose is prose and inline.kind is not None and prose.length > inline.at:
                self._inlines.append(Inline(inline.kind, inline.at, prose.length, inline.target))
        view = prose.finish()
        if view is not None:
            self.drafts.append(draft(view, context, self._inlines, self._clickables))
        self._prose, self._context, self._linked_to = Prose(self.canvas), None, 0
        if self._inlines:
            self._inlines, self._clickables = [], []
        for inline in opened:
            inline.prose, inline.at, inline.carried = self._prose, 0, True

    def _space_at_seam(self, following: str) -> None:
        """Separate labels that touch only in the source: "Duration" and "60 min", but not "re" and "lief"."""
        seam, self._seam = self._seam, None
        if seam is None or not (following.isupper() or following.isdigit()):
            return
        length = self._prose.length
        last = self._prose.tail(length - 1) if length else " "
        if last.islower() or (last.isdigit() and following.isupper()):
            self.unit(" ", seam.start, seam.end)

    def _close(self, index: int, end: int) -> None:
        """Close the open element at an index, and all elements in it."""
        while len(self._elements) > index:
            self._end_inline_of(self._elements.take(), end)

    def _end_inline_of(self, element: Element, end: int) -> None:
        if element.inline is not None:
            self.end(element.inline, end)
