"""Whether a notice is placed where readers see it or is buried."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from linter.checks.article import Article, once
from linter.checks.lines import Line, visible_lines
from linter.document import InlineKind, Scope
from linter.value import Struct

_LAST_PART = 0.9
"""A notice after this share of a long page is at its end."""
_FIRST_PART = 0.1
"""Booking links within this share of a long page are part of its header: readers read on after them."""
_LONG_PAGE_WORDS = 300
"""Words from which a page counts as long."""


_LINKED = (InlineKind.LINK, InlineKind.BUTTON)
_SMALL = (InlineKind.SMALL, InlineKind.LINK)


class Placement(Struct, frozen=True):
    """The landmarks of a page.

    ``calls`` are the calls to action that are links or buttons (line index, word), in order of position; the first
    ``over`` of them are in the page's header. ``before`` is the number of words before each line, and at last in all.
    """

    calls: tuple[tuple[int, int], ...]
    over: int
    before: tuple[int, ...]


@once
def placement_of(article: Article) -> Placement:
    """Return the landmarks of an article."""
    lines = visible_lines(article)
    before = tuple(accumulate((len(line.words()) for line in lines), initial=0))
    calls = tuple(_calls(lines, article))
    end = _FIRST_PART * before[-1] if before[-1] >= _LONG_PAGE_WORDS else 0
    return Placement(calls, sum(before[place] < end for place, _ in calls), before)


def is_buried(line: Line, first: int, last: int, article: Article) -> bool:
    """Whether the words ``[first, last)`` are in small print, after the last call to action, or at the end of a long
    page."""
    block = line.reading.block
    if block.scope is Scope.FINE_PRINT or block.collapsed or _is_inside(line, first, last, _SMALL, article):
        return True
    page = placement_of(article)
    if page.calls[page.over :] and page.calls[-1] < (line.place, first):
        return True
    words = page.before[-1]
    return words >= _LONG_PAGE_WORDS and page.before[line.place] > _LAST_PART * words


def _calls(lines: Sequence[Line], article: Article) -> Iterator[tuple[int, int]]:
    """Yield the line index and word of each call to action that is a link or a button."""
    for line in lines:
        for hit in line.of("offer.action"):
            if line.reading.block.scope is Scope.BUTTON or _is_inside(line, hit.first, hit.last, _LINKED, article):
                yield line.place, hit.first


def _is_inside(line: Line, first: int, last: int, kinds: tuple[InlineKind, ...], article: Article) -> bool:
    """Whether the words ``[first, last)`` are inside one inline of some kinds."""
    starts, ends = _inlines(article, line.reading.block.index, kinds)
    place = bisect_right(starts, line.reading.start(first)) - 1
    return place >= 0 and ends[place] >= line.reading.end(last)


@once
def _inlines(article: Article, index: int, kinds: tuple[InlineKind, ...]) -> tuple[list[int], list[int]]:
    """Return the starts of a block's inlines of some kinds, in order, and the farthest end up to each of them."""
    inlines = article.document.blocks[index].inlines
    spans = sorted((inline.start, inline.end) for inline in inlines if inline.kind in kinds)
    return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
