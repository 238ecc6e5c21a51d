"""Where a notice stands: beside the claim, or where nobody reads it."""

from collections.abc import Sequence

from linter.checks.disclosure.flow import Line
from linter.document import InlineKind, Scope

LAST_PART = 0.9
"""A notice after this part of a long page is at its end."""
LONG_PAGE = 300
"""Words from which a page counts as long."""


def last_call(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Line number and word of the last call to action that is a link or a button."""
    found = None
    for line in lines:
        block = line.reading.block
        for hit in line.of("offer.action"):
            start, end = line.reading.start(hit.first), line.reading.end(hit.last)
            linked = any(
                inline.kind in (InlineKind.LINK, InlineKind.BUTTON) and inline.start <= start and end <= inline.end
                for inline in block.inlines
            )
            if linked or block.scope is Scope.BUTTON:
                found = (line.place, hit.first)
    return found


def is_small(line: Line, first: int, last: int) -> bool:
    """Whether words stand in fine print, in a collapsed part or in a link."""
    block = line.reading.block
    if block.scope is Scope.FINE_PRINT or block.collapsed:
        return True
    start, end = line.reading.start(first), line.reading.end(last)
    return any(
        inline.kind in (InlineKind.SMALL, InlineKind.LINK) and inline.start <= start and end <= inline.end
        for inline in block.inlines
    )


def is_buried(line: Line, first: int, last: int, lines: Sequence[Line]) -> bool:
    """Whether words stand in small print, after the last call to action, or at the end of a long page."""
    if is_small(line, first, last):
        return True
    call = last_call(lines)
    if call is not None and call < (line.place, first):
        return True
    words = sum(len(one.words()) for one in lines)
    before = sum(len(one.words()) for one in lines[: line.place])
    return words >= LONG_PAGE and before > LAST_PART * words
