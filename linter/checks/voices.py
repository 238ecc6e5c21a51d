"""Whose words a passage holds: the page's own, or those of somebody whom it quotes."""

from bisect import bisect_left

from linter.checks.article import Article, once
from linter.checks.tellers import patients_sections
from linter.checks.testimonial import STORIES
from linter.document import Block, InlineKind, Scope
from linter.expression import expression

_SINGLE = expression(r"(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){2,600}'(?!\w)")
"""Words in single quotes; an apostrophe inside a word ends none."""


def is_anothers(block: Block, start: int, end: int, article: Article) -> bool:
    """Whether the view characters ``[start, end)`` of a block are a quotation, or stand in a patient's story.

    In doubt they are: after an odd number of quotes, or in a block that tells a story anywhere.
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
    """Where the double quotes of a block stand."""
    return [at for at, sign in enumerate(article.document.blocks[index].view.text) if sign == '"']


@once
def _quoted(article: Article, index: int) -> list[tuple[int, int]]:
    """What the markup of a block or single quotes say to be a quotation, in order; what overlaps is one."""
    block = article.document.blocks[index]
    marked = ((inline.start, inline.end) for inline in block.inlines if inline.kind is InlineKind.QUOTATION)
    joined: list[tuple[int, int]] = []
    for start, end in sorted((*marked, *(found.span() for found in _SINGLE.finditer(block.view.text)))):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
