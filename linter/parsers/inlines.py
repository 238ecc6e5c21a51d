"""Ranges inside a block that are more than prose: links, emphasis, reference marks."""

from linter.document import Inline, InlineKind
from linter.expression import expression
from linter.parsers.prose import Prose
from linter.view import DROPPED

_REFERENCE = expression(r"[\[(]?[\d*†‡§¶][\d\s,;*†‡§¶–-]*[\])]?")
_TEXT_REFERENCE = expression(r"\[\d{1,3}(?:\s?[,;-]\s?\d{1,3})*\]")
_EXPONENT = expression(r"(?:\d|(?:^|[^\w])(?:[cmk]?m|ft|in))$")
_REFERENCE_MARK = InlineKind.REFERENCE


class OpenInline:
    """An open inline: its prose, its offset ``at`` in it, and its ``start`` in the source.

    If its block ends first, it continues in the next block and is ``carried``.
    """

    __slots__ = ("at", "carried", "kind", "prose", "start", "target")

    def __init__(self, kind: InlineKind | None, target: str, prose: Prose, at: int, start: int) -> None:
        self.kind = kind
        self.target = target
        self.prose = prose
        self.at = at
        self.start = start
        self.carried = False


def is_reference(inline: OpenInline) -> bool:
    """Return whether an inline's text so far is a mark like ``1,2`` or ``*``, and not an exponent."""
    prose = inline.prose
    mark = prose.tail(inline.at).strip(" " + DROPPED)
    if not _REFERENCE.fullmatch(mark):
        return not mark and inline.kind is None and prose.length > inline.at
    before = prose.tail(max(0, inline.at - 4))[: min(4, inline.at)]
    return not _EXPONENT.search(before)


def finished(inlines: list[Inline], text: str) -> list[Inline]:
    """Return the inlines of a finished text, trimmed and in order, including plain-text reference marks (``[3]``)."""
    all_inlines = [trimmed for inline in inlines if (trimmed := _trimmed(inline, text)) is not None]
    if "[" in text:
        all_inlines += [Inline(_REFERENCE_MARK, mark.start(), mark.end()) for mark in _TEXT_REFERENCE.finditer(text)]
    if len(all_inlines) > 1:
        all_inlines.sort(key=lambda inline: (inline.start, -inline.end))
    return all_inlines


def _trimmed(inline: Inline, text: str) -> Inline | None:
    """Return the inline within the trimmed text, without whitespace at its ends; None if nothing is left."""
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


def covers(ranges: list[tuple[int, int]], text: str) -> bool:
    """Return whether only whitespace and dropped inlines are outside the ranges."""
    end = 0
    for start, stop in sorted(ranges):
        if text[end:start].strip(" \n" + DROPPED):
            return False
        end = max(end, stop)
    return not text[end:].strip(" \n" + DROPPED)
