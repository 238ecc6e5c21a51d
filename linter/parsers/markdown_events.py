"""Translating the events of the Markdown parser to a flow: blocks, inlines, text, code and HTML."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from linter.document import InlineKind, Scope
from linter.parsers.context import Context
from linter.parsers.elements import HEADINGS
from linter.parsers.inlines import OpenInline
from linter.parsers.markup import Markup
from linter.parsers.prose import Prose
from linter.typed import Any
from linter.value import replace

Placed = tuple[int, Callable[[bool], None]]
"""The source offset of an HTML placeholder from another parser, and the function that reads the real content into the
flow. Its argument says whether the content is inside a paragraph."""

_INLINES = {"Emphasis": InlineKind.EMPHASIS, "Strong": InlineKind.STRONG}
_AUTOLINKS = ("Autolink", "Email")


class EventReader:
    """Calls the methods of a :class:`Markup` for the events of the Markdown parser. All offsets are source offsets."""

    def __init__(self, flow: Markup, placed: Sequence[Placed]) -> None:
        self._flow = flow
        self._placed = placed
        self._open: list[int | OpenInline | None] = []
        self._alt: Prose | None = None
        self._image: tuple[int, int, str] = (0, 0, "")
        self._silent = 0
        self._html: list[list[int]] | None = None
        self._cell = Scope.TABLE_CELL

    def text(self, value: str, start: int, end: int) -> None:
        """Read text whose content is ``value``."""
        if self._silent:
            return
        flow = self._flow
        target = flow if self._alt is None else self._alt
        if flow.text[start:end] == value:
            target.run(start, end)
        else:
            target.unit(value, start, end)

    def line_break(self, event: str, start: int, end: int) -> None:
        """Read a line break or a thematic break."""
        if event == "Rule":
            self._flow.flush()
        elif not self._silent:
            target = self._flow if self._alt is None else self._alt
            if event == "SoftBreak" and end - start == 1:
                target.run(start, end)
            else:
                target.unit(" " if event == "SoftBreak" else "\n", start, end)

    def other(self, kind: str, start: int, end: int) -> None:
        """Read code, HTML or a footnote reference; task markers are skipped."""
        if self._html is not None:
            if self._html and not self._flow.text[self._html[-1][1] : start].strip():
                self._html[-1][1] = end
            else:
                self._html.append([start, end])
        elif self._silent or self._alt is not None:
            return
        elif kind == "Code":
            self._flow.drop(InlineKind.CODE, start, end)
        elif kind == "FootnoteReference":
            self._flow.drop(InlineKind.REFERENCE, start, end)
        elif kind in ("InlineHtml", "Html"):
            self._markup(start, end, inline=True)

    def start(self, tag: Any, start: int, end: int) -> None:
        """Start a block or inline; ``tag`` is its name, or a mapping from its name to its attributes."""
        kind: str
        value: Any
        kind, value = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        if kind == "Link":
            self._open.append(self._link(value, start, end))
        elif kind == "Image":
            self._open.append(None)
            self._silent += self._alt is not None
            if self._alt is None:
                self._alt, self._image = Prose(self._flow.canvas), (start, len(self._open), value["dest_url"])
        elif kind in _INLINES:
            self._open.append(self._flow.begin(_INLINES[kind], start) if self._alt is None else None)
        elif kind == "Strikethrough":
            self._open.append(None)
        else:
            mark = self._flow.enter(self._context(kind, value))
            if kind == "HtmlBlock":
                # its elements may stay open for the Markdown after it
                self._flow.leave(mark, start)
                self._html = []
            self._open.append(None if kind == "HtmlBlock" else mark)

    def end(self, end: int) -> None:
        """End the innermost block or inline."""
        depth = len(self._open)
        opened = self._open.pop()
        if isinstance(opened, int):
            self._flow.leave(opened, end)
        elif opened is not None:
            self._flow.end(opened, end)
        elif self._html is not None:
            for start, stop in self._html:
                self._markup(start, stop, inline=False)
            self._html = None
            self._flow.flush()
        elif self._alt is not None and depth == self._image[1]:
            view, self._alt = self._alt.finish(), None
            self._flow.drop(InlineKind.IMAGE, self._image[0], end, self._image[2])
            self._flow.aside_view(Scope.ALT_TEXT, view)
        elif self._silent:
            self._silent -= 1

    def _link(self, link: Any, start: int, end: int) -> OpenInline | None:
        if self._alt is not None or self._silent:
            return None
        if link["link_type"] in _AUTOLINKS:
            self._flow.drop(InlineKind.LINK, start, end, link["dest_url"])
            self._silent += 1
            return None
        return self._flow.begin(InlineKind.LINK, start, link["dest_url"])

    def _markup(self, start: int, end: int, inline: bool) -> None:
        index = first = bisect_left(self._placed, start, key=lambda placed: placed[0])
        while index < len(self._placed) and self._placed[index][0] < end:
            self._placed[index][1](inline)
            index += 1
        if index == first:
            self._flow.feed(start, end, inline)

    def _context(self, kind: str, value: Any) -> Context:
        context = self._flow.context
        if kind == "Heading":
            return replace(context, scope=Scope.HEADING, level=HEADINGS[value["level"].lower()])
        if kind == "List":
            return replace(context, lists=context.lists + 1)
        if kind == "Item":
            return replace(context, scope=Scope.LIST_ITEM)
        if kind == "BlockQuote":
            # a callout (> [!NOTE]) is not a quotation
            return replace(context, scope=None, quotes=context.quotes + (value is None))
        if kind == "Table":
            return replace(context, table=self._flow.grid.table())
        if kind in ("TableHead", "TableRow"):
            self._cell = Scope.TABLE_HEADER if kind == "TableHead" else Scope.TABLE_CELL
            return replace(context, row=self._flow.grid.row(context.table))
        if kind == "TableCell":
            return replace(context, scope=self._cell, column=self._flow.grid.column(context.row))
        if kind == "FootnoteDefinition":
            return replace(context, scope=None, region=context.region or Scope.FINE_PRINT)
        if kind == "CodeBlock":
            return replace(context, hidden=True)
        return context
