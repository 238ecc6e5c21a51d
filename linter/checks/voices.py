"""Whose words a passage holds: the page's own, or those of somebody whom it quotes."""

import re
from collections.abc import Sequence

from linter.checks.article import Article
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
    if any(first < end and start < last for first, last in _singles(block, article)):
        return True
    return bool(article.readings[block.index].of(*STORIES)) or block.section in patients_sections(article)


def _singles(block: Block, article: Article) -> Sequence[tuple[int, int]]:
    key = ("single quotes", block.index)
    if key not in article.answers:
        article.answers[key] = [found.span() for found in _SINGLE.finditer(block.view.text)]
    spans: Sequence[tuple[int, int]] = article.answers[key]
    return spans
