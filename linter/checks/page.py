"""The article as a page: whether it is one, and where a finding on all of it stands."""

from collections.abc import Iterable, Iterator, Mapping

from linter.checks.article import Article, once
from linter.checks.match import Match
from linter.document import Block, Scope
from linter.knowledge.page import Mention
from linter.language.reading import Place
from linter.rules.program import Rule
from linter.value import EMPTY

PAGE_WORDS = 60
"""A text without headings and shorter than this is a passage, which owes nothing that a page owes."""
_UNSEEN = frozenset({Scope.ALT_TEXT, Scope.DESCRIPTION, Scope.TITLE})


def is_page(article: Article) -> bool:
    """Whether the text is a page: the setting says so, or it has a heading or some length."""
    if article.setting.profile.get("page") == "full":
        return True
    blocks = article.document.blocks
    if any(block.heads for block in blocks):
        return True
    return article.length >= PAGE_WORDS


@once
def anchor(article: Article) -> Block | None:
    """Where a finding on a whole article is told: its title, else its first heading, else its first words."""
    blocks = [block for block in article.document.blocks if block.view.text.strip()]
    for scope in (Scope.TITLE, Scope.HEADING, Scope.PARAGRAPH):
        found = next((block for block in blocks if block.scope is scope), None)
        if found is not None:
            return found
    return blocks[0] if blocks else None


def on_article(rule: Rule, article: Article, values: Mapping[str, str] = EMPTY) -> Iterator[Match]:
    """The finding on a whole article; none where there is nothing to read."""
    place = anchor(article)
    if place is not None:
        yield on_block(rule, place, values)


def on_block(rule: Rule, block: Block, values: Mapping[str, str] = EMPTY) -> Match:
    """A finding over a block's text without the white space at its edges."""
    text = block.view.text
    start = len(text) - len(text.lstrip())
    return Match(rule, block, start, len(text.rstrip()), values=values)


def title_block(article: Article) -> Block | None:
    """The block that names the page to its readers: its first-level heading, its first heading, its title, or its first
    block."""
    blocks = [block for block in article.document.blocks if block.view.text.strip()]
    headings = [block for block in blocks if block.scope is Scope.HEADING]
    top = [block for block in headings if block.level == 1]
    return next(iter([*top, *headings, *blocks]), None)


def title_place(article: Article) -> Place | None:
    """Where that block's text stands."""
    block = title_block(article)
    return None if block is None else (block, 0, len(block.view.text))


def shown(mentions: Iterable[Mention], article: Article) -> Mention | None:
    """Where a finding on what some mentions name stands: at the first in a heading, else in visible text."""
    blocks = article.document.blocks
    visible = [mention for mention in mentions if blocks[mention.block].scope not in _UNSEEN]
    headed = (mention for mention in visible if blocks[mention.block].scope is Scope.HEADING)
    return next(headed, None) or next(iter(visible), None)


def place_for_notice(article: Article, block: Block) -> Block:
    """The block to insert a notice after: before or beside the first claim, never inside a list or a table."""
    if block.scope in (Scope.HEADING, Scope.PARAGRAPH, Scope.QUOTE):
        return block
    blocks = article.document.blocks
    body = [other for other in blocks if other.scope in (Scope.HEADING, Scope.PARAGRAPH)]
    before = [other for other in body if other.index <= block.index]
    return before[-1] if before else (body[0] if body else block)
