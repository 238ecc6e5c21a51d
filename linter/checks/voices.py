"""Whose words a passage holds: the page's own, or those of somebody whom it quotes."""

import re
from collections.abc import Sequence

from linter.checks.article import Article, once
from linter.checks.testimonial import STORIES, patients_sections
from linter.document import Block, InlineKind, Scope

_SINGLE = re.compile(r"(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){2,600}'(?!\w)")
"""Words in single quotes; an apostrophe inside a word ends none."""


def is_anothers(block: Block, start: int, end: int, article: Article) -> bool:
    """Whether the view characters ``[start, end)`` of a block are a quotation, or stand in a patient's story.

    In doubt they are: after an odd number of quotes, or in a block that tells a story anywhere.
    """
    if block.quoted or block.scope is Scope.QUOTE:
        return True
    marked = (inline for inline in block.inlines if inline.kind is InlineKind.QUOTATION)
    if any(inline.start < end and start < inline.end for inline in marked):
        return True
    text = block.view.text
    if text.count('"', 0, start) % 2 or '"' in text[start:end]:
        return True
    if any(first < end and start < last for first, last in _singles(article, block.index)):
        return True
    return bool(article.readings[block.index].of(*STORIES)) or block.section in patients_sections(article)


@once
def _singles(article: Article, index: int) -> Sequence[tuple[int, int]]:
    return [found.span() for found in _SINGLE.finditer(article.document.blocks[index].view.text)]
