"""The article as a page: whether it is one, and where to report a finding about all of it."""

from collections.abc import Iterable, Iterator, Mapping

from linter.checks.article import Article, once
from linter.checks.match import Match
from linter.document import Block, Scope
from linter.knowledge.page import Mention
from linter.language.reading import Place
from linter.rules.program import Rule
from linter.value import EMPTY

_PAGE_WORDS = 60
"""A shorter text without headings is a passage, which has none of the duties of a page."""
_UNSEEN = frozenset({Scope.ALT_TEXT, Scope.DESCRIPTION, Scope.TITLE})


def is_page(article: Article) -> bool:
    """Whether the text is a page: the setting says so, it has a heading, or it is long enough."""
    if article.setting.profile.get("page") == "full":
        return True
    blocks = article.document.blocks
    if any(block.is_heading for block in blocks):
        return True
    return article.length >= _PAGE_WORDS


@once
def anchor(article: Article) -> Block | None:
    """Return the block to report a finding about the article at: its title, first heading, or first paragraph."""
    blocks = [block for block in article.document.blocks if block.view.text.strip()]
    for scope in (Scope.TITLE, Scope.HEADING, Scope.PARAGRAPH):
        found = next((block for block in blocks if block.scope is scope), None)
        if found is not None:
            return found
    return blocks[0] if blocks else None


def on_article(rule: Rule, article: Article, values: Mapping[str, str] = EMPTY) -> Iterator[Match]:
    """Yield a finding about the whole article, or nothing if it has no text."""
    place = anchor(article)
    if place is not None:
        yield on_block(rule, place, values)


def on_block(rule: Rule, block: Block, values: Mapping[str, str] = EMPTY) -> Match:
    """Return a finding that covers a block's text without leading and trailing whitespace."""
    text = block.view.text
    start = len(text) - len(text.lstrip())
    return Match(rule, block, start, len(text.rstrip()), values=values)


def title_block(article: Article) -> Block | None:
    """Return the block that readers see as the title: the first-level heading, else the first heading or block."""
    blocks = [block for block in article.document.blocks if block.view.text.strip()]
    headings = [block for block in blocks if block.scope is Scope.HEADING]
    top = [block for block in headings if block.level == 1]
    return next(iter([*top, *headings, *blocks]), None)


def title_place(article: Article) -> Place | None:
    """Return the place of that block's text."""
    block = title_block(article)
    return None if block is None else (block, 0, len(block.view.text))


def most_visible(mentions: Iterable[Mention], article: Article) -> Mention | None:
    """Return the mention to report a finding at: the first one in a heading, else the first in visible text."""
    blocks = article.document.blocks
    visible = [mention for mention in mentions if blocks[mention.block].scope not in _UNSEEN]
    headed = (mention for mention in visible if blocks[mention.block].scope is Scope.HEADING)
    return next(headed, None) or next(iter(visible), None)


def place_for_notice(article: Article, block: Block) -> Block:
    """Return the block to insert a notice after, given the block of the finding: never inside a list or a table."""
    if block.scope in (Scope.HEADING, Scope.PARAGRAPH, Scope.QUOTE):
        return block
    blocks = article.document.blocks
    body = [other for other in blocks if other.scope in (Scope.HEADING, Scope.PARAGRAPH)]
    before = [other for other in body if other.index <= block.index]
    return before[-1] if before else (body[0] if body else block)
