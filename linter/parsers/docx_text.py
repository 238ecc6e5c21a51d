"""The text of a Word file with all tracked changes accepted, one paragraph per line."""

from collections.abc import Iterator

from linter.document import Scope
from linter.parsers.context import Context
from linter.parsers.docx_file import WordFile
from linter.parsers.docx_styles import WORD, Styles
from linter.parsers.grid import Grid, parse_span
from linter.typed import TYPE_CHECKING, Any
from linter.value import Struct, replace
from linter.view import DROPPED

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LINE_BREAK = "\u2028"
"""A line break inside a paragraph, which stays one line of the text."""

_CHARACTERS = {"tab": "\t", "br": LINE_BREAK, "cr": LINE_BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_DROPPED = frozenset(("sym", "oMath", "oMathPara", "object"))
_NOTES = frozenset(("footnoteReference", "endnoteReference"))
# removed or moved text, instructions, and fallbacks of shapes (Word itself reads the first alternative)
_UNREAD = frozenset(("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "Fallback", "sdtPr", "tblPr", "trPr"))


class Fragment(Struct, frozen=True):
    """A part of a paragraph: its text, kind and style, and the run and text element that it comes from."""

    text: str
    kind: str = "text"
    link: str | None = None
    strong: bool = False
    emphasis: bool = False
    run: Any = None
    element: Any = None


class Paragraph(Struct, frozen=True):
    """A paragraph: its context, its fragments, and the comments that end in it, as ids with the index of a fragment."""

    context: Context
    fragments: tuple[Fragment, ...]
    comments: tuple[tuple[str, int], ...] = ()


def paragraphs(word: WordFile) -> Iterator[Paragraph]:
    """Yield the paragraphs of the body in order, then those of notes and page footers."""
    reader = _Reader(word)
    yield from reader.within(word.body, Context())
    for note in word.notes:
        yield from reader.within(note, Context(region=Scope.FINE_PRINT), body=False)


class _Reader:
    def __init__(self, word: WordFile) -> None:
        self._styles = Styles(word.styles)
        self._links = word.links
        self._grid = Grid()
        self._boxes: list[Element] = []
        self._comments: list[tuple[str, int]] = []
        self._body = True

    def within(self, element: "Element", context: Context, body: bool = True) -> Iterator[Paragraph]:
        """Yield the paragraphs in an element; outside the ``body``, fragments have no runs to attach comments to."""
        self._body = body
        fragments: list[Fragment] = []
        for child in element:
            name = _name(child)
            if name == "p":
                fragments += self._fragments(child)
                boxes, self._boxes = self._boxes, []
                if not _is_removed(child.find(f"{WORD}pPr/{WORD}rPr")):
                    comments, self._comments = self._comments, []
                    place = context if context.region is not None else self._styles.place(child, context)
                    yield Paragraph(place, tuple(fragments), tuple(comments))
                    fragments = []
                for box in boxes:
                    yield from self.within(box, context, body)
            elif name == "tr":
                yield from self._row(child, context, body)
            elif name == "tbl":
                yield from self.within(child, replace(context, table=self._grid.table()), body)
            elif name not in _UNREAD:
                yield from self.within(child, self._cell(child, context) if name == "tc" else context, body)
        if fragments:
            yield Paragraph(context, tuple(fragments))

    def _row(self, row: "Element", context: Context, body: bool) -> Iterator[Paragraph]:
        properties = row.find(f"{WORD}trPr")
        if _is_removed(properties):
            return
        is_header = properties is not None and properties.find(f"{WORD}tblHeader") is not None
        scope = Scope.TABLE_HEADER if is_header else Scope.TABLE_CELL
        number = self._grid.row(context.table)
        before = None if properties is None else properties.find(f"{WORD}gridBefore")
        if before is not None and before.get(f"{WORD}val") != "0":
            self._grid.column(number, _columns(before))
        yield from self.within(row, replace(context, scope=scope, row=number), body)

    def _cell(self, cell: "Element", context: Context) -> Context:
        scope, row = context.scope or Scope.TABLE_CELL, context.row
        if row < 0:
            return replace(context, scope=scope)
        width = _columns(cell.find(f"{WORD}tcPr/{WORD}gridSpan"))
        return replace(context, scope=scope, column=self._grid.column(row, width), width=width)

    def _fragments(self, paragraph: "Element") -> list[Fragment]:
        fragments: list[Fragment] = []
        stack: list[tuple[Element, Fragment]] = [(paragraph, Fragment(""))]
        while stack:
            element, style = stack.pop()
            name = _name(element)
            if name == "hyperlink":
                target = self._links.get(element.get(f"{_RELATIONS}id", ""), "")
                style = replace(style, link=target or "#" + element.get(f"{WORD}anchor", ""))
            elif name == "r":
                properties = element.find(f"{WORD}rPr")
                if _is_on(properties, "vanish") or _is_removed(properties):
                    continue
                run = element if self._body else None
                style = replace(style, run=run, strong=_is_on(properties, "b"), emphasis=_is_on(properties, "i"))
            elif name == "txbxContent":
                self._boxes.append(element)
                continue
            elif name == "commentReference":
                self._comments.append((element.get(f"{WORD}id", ""), len(fragments)))
            else:
                fragments += _own_fragments(element, name, style)
            stack += [(child, style) for child in reversed(element) if _name(child) not in _UNREAD]
        return fragments


def _own_fragments(element: "Element", name: str, style: Fragment) -> Iterator[Fragment]:
    """Yield the fragments of an element inside a run, without its children; ``style`` is a template for them."""
    if name == "t":
        # as usual in XML, a line break in the text is a space
        text = (element.text or "").replace("\n", " ").replace("\r", " ")
        if text:
            yield replace(style, text=text, element=element)
    elif name in _CHARACTERS and element.get(f"{WORD}type") != "page":
        yield replace(style, text=_CHARACTERS[name], kind="break" if _CHARACTERS[name] == LINE_BREAK else "text")
    elif name in _NOTES:
        yield replace(style, text=DROPPED, kind="note")
    elif name in _DROPPED:
        yield replace(style, text=DROPPED, kind="dropped")
    elif name == "docPr":
        yield replace(style, text=DROPPED, kind="image")
        if described := " ".join(element.get("descr", "").split()):
            yield replace(style, text=described, kind="alt")


def _columns(width: "Element | None") -> int:
    """Return the number of columns in a property of a cell or row."""
    return parse_span("" if width is None else width.get(f"{WORD}val", ""))


def _name(element: "Element") -> str:
    tag = element.tag
    # XML comments and processing instructions have no name
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_on(properties: "Element | None", name: str) -> bool:
    switch = None if properties is None else properties.find(f"{WORD}{name}")
    return switch is not None and switch.get(f"{WORD}val", "1") not in ("0", "false", "off")


def _is_removed(properties: "Element | None") -> bool:
    """Whether a tracked change removes the row or paragraph end with these properties."""
    return properties is not None and any(properties.find(f"{WORD}{name}") is not None for name in ("del", "moveFrom"))
