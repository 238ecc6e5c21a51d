"""Where a notice stands: beside the claim, or where nobody reads it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from linter.checks.article import Article, once
from linter.checks.lines import Line, visible_lines
from linter.document import InlineKind, Scope
from linter.value import Struct

LAST_PART = 0.9
"""A notice after this part of a long page is at its end."""
FIRST_PART = 0.1
"""A link to book in this part of a long page stands over it, as a menu does: what follows is still to be read."""
LONG_PAGE = 300
"""Words from which a page counts as long."""


_LINKED = (InlineKind.LINK, InlineKind.BUTTON)
_SMALL = (InlineKind.SMALL, InlineKind.LINK)


class Placement(Struct, frozen=True):
    """The landmarks of a page: its calls to action (line number, word), and the words before each line.

    ``calls`` are links and buttons in order of place; the first ``over`` of them stand over the page.
    """

    calls: tuple[tuple[int, int], ...]
    over: int
    before: tuple[int, ...]
    inlines: "Inlines"

    def is_buried(self, line: Line, first: int, last: int) -> bool:
        """Whether words stand in small print, after the last call to action, or at the end of a long page."""
        block = line.reading.block
        if block.scope is Scope.FINE_PRINT or block.collapsed or self.inlines.hold(line, first, last, _SMALL):
            return True
        if self.calls[self.over :] and self.calls[-1] < (line.place, first):
            return True
        words = self.before[-1]
        return words >= LONG_PAGE and self.before[line.place] > LAST_PART * words


class Inlines(Struct, frozen=True):
    """Which words stand inside a link, a button or small print."""

    cache: dict[tuple[int, tuple[InlineKind, ...]], tuple[list[int], list[int]]]

    def hold(self, line: Line, first: int, last: int, kinds: tuple[InlineKind, ...]) -> bool:
        """Whether the words ``[first, last)`` stand inside one inline of some kinds."""
        block = line.reading.block
        key = (block.index, kinds)
        if key not in self.cache:
            spans = sorted((inline.start, inline.end) for inline in block.inlines if inline.kind in kinds)
            # the farthest end of the inlines up to each: what starts before a word and ends after it holds it
            self.cache[key] = ([start for start, _ in spans], list(accumulate((end for _, end in spans), max)))
        starts, ends = self.cache[key]
        place = bisect_right(starts, line.reading.start(first)) - 1
        return place >= 0 and ends[place] >= line.reading.end(last)


@once
def placement_of(article: Article) -> Placement:
    """The landmarks of an article."""
    lines = visible_lines(article)
    inlines = Inlines({})
    before = tuple(accumulate((len(line.words()) for line in lines), initial=0))
    calls = tuple(_calls(lines, inlines))
    end = FIRST_PART * before[-1] if before[-1] >= LONG_PAGE else 0
    return Placement(calls, sum(before[place] < end for place, _ in calls), before, inlines)


def _calls(lines: Sequence[Line], inlines: Inlines) -> Iterator[tuple[int, int]]:
    """Line number and word of each call to action that is a link or a button."""
    for line in lines:
        for hit in line.of("offer.action"):
            if line.reading.block.scope is Scope.BUTTON or inlines.hold(line, hit.first, hit.last, _LINKED):
                yield line.place, hit.first
