"""Stretches inside a block that are more than prose: links, emphasis, reference marks."""

from linter.document import Inline, InlineKind
from linter.expression import expression
from linter.parsers.prose import Prose
from linter.view import DROPPED

_REFERENCE = expression(r"[\[(]?[\d*†‡§¶][\d\s,;*†‡§¶–-]*[\])]?")
_TEXT_REFERENCE = expression(r"\[\d{1,3}(?:\s?[,;-]\s?\d{1,3})*\]")
_EXPONENT = expression(r"(?:\d|(?:^|[^\w])(?:[cmk]?m|ft|in))$")
_REFERENCE_MARK = InlineKind.REFERENCE


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


def is_reference(inline: OpenInline) -> bool:
    """Whether what the inline holds so far is a mark like ``1,2`` or ``*``, and not an exponent."""
    prose = inline.prose
    mark = prose.tail(inline.at).strip(" " + DROPPED)
    if not _REFERENCE.fullmatch(mark):
        return not mark and inline.kind is None and prose.length > inline.at
    before = prose.tail(max(0, inline.at - 4))[: min(4, inline.at)]
    return not _EXPONENT.search(before)


def settled(inlines: list[Inline], text: str) -> list[Inline]:
    """The inlines of a finished text, in order: trimmed, with the reference marks that are plain text, like ``[3]``."""
    found = [shown for inline in inlines if (shown := _trimmed(inline, text)) is not None]
    if "[" in text:
        found += [Inline(_REFERENCE_MARK, mark.start(), mark.end()) for mark in _TEXT_REFERENCE.finditer(text)]
    if len(found) > 1:
        found.sort(key=lambda inline: (inline.start, -inline.end))
    return found


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


def covers(stretches: list[tuple[int, int]], text: str) -> bool:
    """Whether nothing but white space and dropped inlines stands outside the stretches."""
    end = 0
    for start, stop in sorted(stretches):
        if text[end:start].strip(" \n" + DROPPED):
            return False
        end = max(end, stop)
    return not text[end:].strip(" \n" + DROPPED)
