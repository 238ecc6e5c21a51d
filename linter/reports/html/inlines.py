"""Render the text of a block as safe HTML: emphasis, links, code and the marks of findings.

This is the only module that builds HTML by hand. Every character of an article passes through :func:`_safe`; tags and
classes come from the tables below.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from markupsafe import Markup

from linter.document import Block, Document, Inline, InlineKind
from linter.reports.html.placement import Mark
from linter.reports.html.safe import visible, web_link
from linter.reports.html.written import as_read, hidden_in
from linter.view import DROPPED

_TAGS = {
    InlineKind.STRONG: "strong",
    InlineKind.EMPHASIS: "em",
    InlineKind.SMALL: "small",
    InlineKind.QUOTATION: "q",
}
_PLACEHOLDERS = {InlineKind.IMAGE: "image", InlineKind.CODE: "code", InlineKind.REFERENCE: "note"}
_TAG = re.compile(r"<[^<>]*>")
_WEIGHTS = ("error", "warning", "info", "waived")
_MAX_NAMED = 8
"""Maximum number of findings that a mark names; the others appear only in the margin."""

Part = TypeVar("Part", Inline, Mark)


class Note(NamedTuple):
    """What a mark needs of its finding: the class that colors it, and the anchor of its note."""

    weight: str
    anchor: str


def render(document: Document, block: Block, marks: Sequence[Mark], notes: Mapping[int, Note]) -> Markup:
    """Render a block's text as HTML; ``notes`` maps the numbers of findings to their notes.

    Each finding is followed by its number, which links to its note in the margin.
    """
    text, hidden = as_read(document, block), hidden_in(document, block)
    if not marks and not block.inlines and not hidden and DROPPED not in text:
        return Markup(_safe(text))  # noqa: S704 - just escaped
    edges = {0, len(text), *hidden}
    edges.update(edge for inline in block.inlines for edge in (inline.start, inline.end))
    edges.update(edge for mark in marks for edge in (mark.start, mark.end))
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    inlines = _Sweep(block.inlines)
    findings = _Sweep([mark for mark in marks if not mark.clue])
    clues = _Sweep([mark for mark in marks if mark.clue])
    out: list[str] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        out.extend(_number(mark.number, notes[mark.number]) for mark in findings.move(start))
        inlines.move(start)
        clues.move(start)
        if start < end or start in hidden:
            inlines_here = tuple(inlines.open.values())
            shown = _safe(hidden.get(start, "")) + _text(document, block, text[start:end], start, inlines_here)
            shown = _marked(shown, findings.open.values(), clues.open.values(), notes)
            out.append(_with_tags(shown, inlines_here))
    return Markup("".join(out))  # noqa: S704 - every part is escaped


class _Sweep(Generic[Part]):
    """The parts that cover the current position while a text is read from left to right."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.open: dict[int, Part] = {}
        self._starts: dict[int, list[tuple[int, Part]]] = defaultdict(list)
        self._ends: dict[int, list[tuple[int, Part]]] = defaultdict(list)
        for index, part in enumerate(parts):
            if part.start < part.end:
                self._starts[part.start].append((index, part))
                self._ends[part.end].append((index, part))

    def move(self, place: int) -> list[Part]:
        """Move to a position, and return the parts that end there."""
        ended = self._ends.get(place, [])
        for index, _ in ended:
            del self.open[index]
        self.open.update(self._starts.get(place, []))
        return [part for _, part in ended]


def _safe(text: str) -> str:
    """Escape text for an HTML element or quoted attribute."""
    return html.escape(visible(text))


def _text(document: Document, block: Block, text: str, start: int, inlines: Iterable[Inline]) -> str:
    """Escape text; code, images and reference marks are shown by their source or a placeholder."""
    if DROPPED not in text:
        return _safe(text)
    dropped = {inline.start: inline for inline in inlines if inline.end == inline.start + 1}
    parts = []
    for offset, char in enumerate(text, start):
        if char == DROPPED:
            parts.append(_dropped(document, block, offset, dropped.get(offset)))
        else:
            parts.append(_safe(char))
    return "".join(parts)


def _dropped(document: Document, block: Block, offset: int, inline: Inline | None) -> str:
    span = block.view.span(offset, offset + 1)
    source = document.source.text[span.start : span.end]
    kind = inline.kind if inline is not None else InlineKind.CODE
    if kind is InlineKind.LINK and inline is not None:
        return _safe(inline.target)
    if kind is InlineKind.CODE and not source.startswith("<"):
        return f"<code>{_safe(source.strip('`'))}</code>"
    if kind is InlineKind.REFERENCE:
        mark = _TAG.sub("", source).strip("[]^ ")
        if 0 < len(mark) <= 20:
            return f"<sup>{_safe(mark)}</sup>"
    return f'<span class="absent">{_PLACEHOLDERS.get(kind, "code")}</span>'


def _marked(shown: str, findings: Iterable[Mark], clues: Iterable[Mark], notes: Mapping[int, Note]) -> str:
    numbers = [mark.number for mark in islice(findings, _MAX_NAMED)]
    if clue_of := " ".join(str(clue.number) for clue in islice(clues, _MAX_NAMED)):
        shown = f'<span data-clue="{clue_of}">{shown}</span>'
    if not numbers:
        return shown
    weight = min((notes[number].weight for number in numbers), key=_WEIGHTS.index)
    several = " several" if len(numbers) > 1 else ""
    return f'<mark class="{weight}{several}" data-n="{" ".join(map(str, numbers))}">{shown}</mark>'


def _number(number: int, note: Note) -> str:
    anchor = _safe(note.anchor)
    return (
        f'<a class="number {note.weight}" id="at-{anchor}" href="#finding-{anchor}"'
        f' aria-label="Finding {number}, {note.weight}">{number}</a>'
    )


def _with_tags(shown: str, inlines: Iterable[Inline]) -> str:
    """Wrap text in the tags of its inlines, each kind once; only web addresses become links."""
    target = ""
    for tag in dict.fromkeys(_TAGS[inline.kind] for inline in inlines if inline.kind in _TAGS):
        shown = f"<{tag}>{shown}</{tag}>"
    for inline in inlines:
        if inline.kind is InlineKind.LINK:
            target = inline.target
    if not target:
        return shown
    if web_link(target):
        return f'<a class="out" href="{_safe(target)}" rel="noreferrer nofollow">{shown}</a>'
    return f'<span class="link" title="{_safe(target[:300])}">{shown}</span>'
