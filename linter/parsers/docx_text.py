"""The text of a Word file, one paragraph a line, as it reads once every tracked change is accepted."""

from collections.abc import Iterator

from linter.document import Scope
from linter.parsers.context import Context
from linter.parsers.docx_file import Opened
from linter.parsers.docx_styles import WORD, Styles
from linter.parsers.grid import Grid, parse_span
from linter.typed import TYPE_CHECKING, Any
from linter.value import Struct, replace
from linter.view import DROPPED

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LINE_BREAK = "\u2028"
"""A line that is broken inside a paragraph, which is one line of the text all the same."""

_SIGNS = {"tab": "\t", "br": LINE_BREAK, "cr": LINE_BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_DROPPED = frozenset(("sym", "oMath", "oMathPara", "object"))
_NOTES = frozenset(("footnoteReference", "endnoteReference"))
# What is removed, moved away or only an instruction; shapes are read from the choice that Word itself takes.
_UNREAD = frozenset(("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "Fallback", "sdtPr", "tblPr", "trPr"))


class Fragment(Struct, frozen=True):
    """A stretch of a paragraph: what it says, what it is, and the run (and its text element) that it stands in."""

    text: str
    kind: str = "text"
    link: str | None = None
    strong: bool = False
    emphasis: bool = False
    run: Any = None
    element: Any = None


class Paragraph(Struct, frozen=True):
    """A paragraph: where it belongs, its fragments and the comments that end in it, each at a fragment's number."""

    context: Context
    fragments: tuple[Fragment, ...]
    comments: tuple[tuple[str, int], ...] = ()


def paragraphs(opened: Opened) -> Iterator[Paragraph]:
    """The paragraphs of an opened file: of the body in order, then of its notes and of the feet of its pages."""
    reader = _Reader(opened)
    yield from reader.within(opened.body, Context())
    for note in opened.notes:
        yield from reader.within(note, Context(region=Scope.FINE_PRINT), body=False)


class _Reader:
    def __init__(self, opened: Opened) -> None:
        self._styles = Styles(opened.styles)
        self._links = opened.links
        self._grid = Grid()
        self._boxes: list[Element] = []
        self._comments: list[tuple[str, int]] = []
        self._body = True

    def within(self, element: "Element", context: Context, body: bool = True) -> Iterator[Paragraph]:
        """The paragraphs in an element that holds some; those outside the ``body`` have no runs for comments."""
        self._body = body
        kept: list[Fragment] = []
        for child in element:
            name = _name(child)
            if name == "p":
                kept += self._fragments(child)
                boxes, self._boxes = self._boxes, []
                if not _is_removed(child.find(f"{WORD}pPr/{WORD}rPr")):
                    comments, self._comments = self._comments, []
                    place = context if context.region is not None else self._styles.place(child, context)
                    yield Paragraph(place, tuple(kept), tuple(comments))
                    kept = []
                for box in boxes:
                    yield from self.within(box, context, body)
            elif name == "tr":
                yield from self._row(child, context, body)
            elif name not in _UNREAD:
                yield from self.within(child, self._cell(child, context) if name == "tc" else context, body)
        if kept:
            yield Paragraph(context, tuple(kept))

    def _row(self, row: "Element", context: Context, body: bool) -> Iterator[Paragraph]:
        properties = row.find(f"{WORD}trPr")
        if _is_removed(properties):
            return
        heads = properties is not None and properties.find(f"{WORD}tblHeader") is not None
        scope = Scope.TABLE_HEADER if heads else Scope.TABLE_CELL
        number = self._grid.row()
        before = None if properties is None else properties.find(f"{WORD}gridBefore")
        if before is not None and before.get(f"{WORD}val") != "0":
            self._grid.column(number, _columns(before))
        yield from self.within(row, replace(context, scope=scope, row=number), body)

    def _cell(self, cell: "Element", context: Context) -> Context:
        scope, row = context.scope or Scope.TABLE_CELL, context.row
        if row < 0:
            return replace(context, scope=scope)
        column = self._grid.column(row, _columns(cell.find(f"{WORD}tcPr/{WORD}gridSpan")))
        return replace(context, scope=scope, column=column)

    def _fragments(self, paragraph: "Element") -> list[Fragment]:
        found: list[Fragment] = []
        todo: list[tuple[Element, Fragment]] = [(paragraph, Fragment(""))]
        while todo:
            element, given = todo.pop()
            name = _name(element)
            if name == "hyperlink":
                target = self._links.get(element.get(f"{_RELATIONS}id", ""), "")
                given = replace(given, link=target or "#" + element.get(f"{WORD}anchor", ""))
            elif name == "r":
                properties = element.find(f"{WORD}rPr")
                if _is_on(properties, "vanish") or _is_removed(properties):
                    continue
                run = element if self._body else None
                given = replace(given, run=run, strong=_is_on(properties, "b"), emphasis=_is_on(properties, "i"))
            elif name == "txbxContent":
                self._boxes.append(element)
                continue
            elif name == "commentReference":
                self._comments.append((element.get(f"{WORD}id", ""), len(found)))
            else:
                found += _said(element, name, given)
            todo += [(child, given) for child in reversed(element) if _name(child) not in _UNREAD]
        return found


def _said(element: "Element", name: str, given: Fragment) -> Iterator[Fragment]:
    """What an element inside a run says itself."""
    if name == "t":
        # A line's end in a text is a space, as in any XML.
        text = (element.text or "").replace("\n", " ").replace("\r", " ")
        if text:
            yield replace(given, text=text, element=element)
    elif name in _SIGNS and element.get(f"{WORD}type") != "page":
        yield replace(given, text=_SIGNS[name], kind="break" if _SIGNS[name] == LINE_BREAK else "text")
    elif name in _NOTES:
        yield replace(given, text=DROPPED, kind="note")
    elif name in _DROPPED:
        yield replace(given, text=DROPPED, kind="dropped")
    elif name == "docPr":
        yield replace(given, text=DROPPED, kind="image")
        if described := " ".join(element.get("descr", "").split()):
            yield replace(given, text=described, kind="alt")


def _columns(width: "Element | None") -> int:
    """How many columns a property of a cell or a row speaks of."""
    return parse_span("" if width is None else width.get(f"{WORD}val", ""))


def _name(element: "Element") -> str:
    tag = element.tag
    # Comments and instructions of the XML have no name.
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_on(properties: "Element | None", name: str) -> bool:
    found = None if properties is None else properties.find(f"{WORD}{name}")
    return found is not None and found.get(f"{WORD}val", "1") not in ("0", "false", "off")


def _is_removed(properties: "Element | None") -> bool:
    """Whether a tracked change takes away what has these properties: a row, or the end of a paragraph."""
    return properties is not None and any(properties.find(f"{WORD}{name}") is not None for name in ("del", "moveFrom"))
