"""The treatments that a page is held to: those whose duties it must meet."""

from collections.abc import Iterator

from linter.checks.article import Article, once
from linter.checks.claim import ASSERTING, find_claims
from linter.checks.page import title_block
from linter.knowledge.page import mention_at
from linter.knowledge.topics import Topic
from linter.language.hits import words_of

_SHORT_PAGE_WORDS = 150
"""A page with fewer words is about every treatment that it names: it has no room for passing mentions."""

_MIN_CLAIMS = 4
_WORDS_PER_CLAIM = 60
"""A text with at least four claims, and one per this many words, promotes what it names."""

_OFTEN = 3
_WORDS_PER_MENTION = 300
"""A text is about a treatment that it names at least three times, and once per this many words."""


def held_to(article: Article) -> tuple[Topic, ...]:
    """Return the treatments that a page is held to: those that it promotes or is about.

    A page that sells nothing openly is about the treatments in its title and those it mentions often. A short page, or
    one full of claims, is about every treatment that it names other than as an aside.
    """
    topics = article.topics
    if is_short(article) or (not topics.promotional and _praises_throughout(article)):
        own = (topic for topic in topics.treatments if not topic.aside)
        return (*own, *_abbreviated(article))
    if topics.promotional:
        return topics.promoted
    title = title_block(article)
    named = {mention.id for mention in topics.mentions if title is not None and mention.block <= title.index}
    return tuple(
        topic
        for topic in topics.treatments
        if (topic.id in topics.main and topic.id in named)
        or (not topic.aside and topic.mentions >= _OFTEN and topic.mentions * _WORDS_PER_MENTION >= article.length)
    )


@once
def _praises_throughout(article: Article) -> bool:
    """Whether a text that does not sell makes so many claims that it promotes what it names."""
    claims = sum(claim.strength in ASSERTING for claim in find_claims(article))
    return claims >= _MIN_CLAIMS and claims * _WORDS_PER_CLAIM >= article.length


@once
def is_short(article: Article) -> bool:
    """Whether a text is too short for passing mentions."""
    return article.length < _SHORT_PAGE_WORDS


def _abbreviated(article: Article) -> Iterator[Topic]:
    """Yield the treatments that a short page names only by an unambiguous abbreviation or short name."""
    knowledge = article.topics.knowledge
    known = {topic.id for topic in article.topics.treatments}
    for reading in article.readings:
        ills = words_of(reading.of("condition"))
        for hit in reading.of("treatment", "short-name"):
            if hit.first in ills and hit.last - 1 in ills:
                continue
            key = " ".join(reading.words.words[hit.first : hit.last])
            name = hit.owner.removeprefix("short-name.") if hit.owner != "treatment" else hit.term
            if name not in known and knowledge.guard("treatment", name, key) is None:
                known.add(name)
                yield Topic(name, knowledge.treatment(name).name, True, 1, mention_at(hit, reading, name))
