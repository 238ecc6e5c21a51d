"""What an article says about its products: which it makes claims for, which are compounded, which a line names."""

from collections.abc import Iterator

from linter.checks.article import Article, once
from linter.checks.claim import ASSERTING, find_claims
from linter.checks.claim.judge import Strength
from linter.checks.disclosure.held import held_to
from linter.checks.lines import Line, visible_lines
from linter.knowledge.topics import Topic
from linter.language.hits import words_of

PROMOTING = frozenset({*ASSERTING, Strength.WEAK, Strength.ADOPTED})
"""Strengths of claims that promote their subject; *can help* and *patients report* do too."""


@once
def claiming(article: Article) -> frozenset[int]:
    """Return the sections with claims that promote something."""
    promoting = (claim for claim in find_claims(article) if claim.strength in PROMOTING)
    return frozenset(claim.scene.reading.block.section for claim in promoting)


def praises(topic: Topic, article: Article) -> bool:
    """Whether a section that names the treatment has claims that promote something."""
    blocks = article.document.blocks
    named = (blocks[mention.block].section for mention in article.topics.mentions if mention.id == topic.id)
    return not claiming(article).isdisjoint(named)


@once
def compounding(article: Article) -> tuple[Line, ...]:
    """Return the lines that offer or describe a compounded product, without titles of sources and refusals."""
    offers = (line for line in visible_lines(article) if line.of("notice.compounding-offer", "notice.compounded"))
    return tuple(line for line in offers if not _is_declined(line) and not _is_source(line, article))


def _is_declined(line: Line) -> bool:
    """Whether the page says that it offers none: *we do not use compounded creams*, but not *none without a visit*."""
    return bool(line.of("page.aside.declined")) and not line.of("page.limited")


def _is_source(line: Line, article: Article) -> bool:
    heading = article.heading_reading(line.reading.block)
    return heading is not None and bool(heading.of("section.references"))


def named(line: Line, article: Article) -> Iterator[tuple[int, str]]:
    """Yield the word and id of each treatment that a line names, including short names of treatments on the page.

    Abbreviations that the page never spells out count here, since they still tell one product from another. A name
    within a condition's ("low testosterone") does not.
    """
    ills = words_of(line.of("condition"))
    for hit in line.of("treatment", "notice.named", "short-name"):
        if hit.first not in ills or hit.last - 1 not in ills:
            name = hit.term if hit.owner == "treatment" else hit.owner.rpartition(".")[2]
            if hit.owner == "treatment" or name in _on_page(article):
                yield hit.first, name


@once
def _on_page(article: Article) -> frozenset[str]:
    return frozenset(topic.id for topic in (*article.topics.treatments, *held_to(article)))
