"""Whether a passage is the page's own words or somebody else's."""

from bisect import bisect_left

from linter.checks.article import Article, once
from linter.checks.speakers import patients_sections
from linter.checks.testimonial import STORIES
from linter.document import Block, InlineKind, Scope
from linter.expression import expression

_SINGLE = expression(r"(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){2,600}'(?!\w)")
"""Words in single quotes; an apostrophe inside a word is no quote."""


def is_quoted(block: Block, start: int, end: int, article: Article) -> bool:
    """Whether the view offsets ``[start, end)`` of a block are in a quotation or in a patient's story.

    In doubt the answer is yes: after an odd number of quotes, or anywhere in a block that tells a story.
    """
    if block.quoted or block.scope is Scope.QUOTE:
        return True
    marks, quoted = _marks(article, block.index), _quoted(article, block.index)
    before = bisect_left(marks, start)
    if before % 2 or before < bisect_left(marks, end):
        return True
    at = bisect_left(quoted, (end,))
    if at and quoted[at - 1][1] > start:
        return True
    return article.readings[block.index].has(STORIES) or block.section in patients_sections(article)


@once
def _marks(article: Article, index: int) -> list[int]:
    """Return the offsets of the double quotes in a block."""
    return [at for at, char in enumerate(article.document.blocks[index].view.text) if char == '"']


@once
def _quoted(article: Article, index: int) -> list[tuple[int, int]]:
    """Return the quotations in a block by markup or single quotes, in order; overlapping ones are merged."""
    block = article.document.blocks[index]
    marked = ((inline.start, inline.end) for inline in block.inlines if inline.kind is InlineKind.QUOTATION)
    joined: list[tuple[int, int]] = []
    for start, end in sorted((*marked, *(found.span() for found in _SINGLE.finditer(block.view.text)))):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
