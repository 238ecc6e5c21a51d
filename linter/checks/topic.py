"""Whether a sentence, its block, its heading or the page is about certain treatments."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from linter.checks.article import Article, once
from linter.knowledge.base import Knowledge
from linter.knowledge.page import Mention
from linter.language.reading import BlockReading

_OFTEN = 3
"""A page dwells on a treatment that it names at least this many times."""


@once
def dwelt_on(article: Article) -> frozenset[str]:
    """Return the treatments that a page is about or names often, not those that it may name only to compare."""
    topics = article.topics
    return frozenset(topics.main).union(topic.id for topic in topics.treatments if topic.mentions >= _OFTEN)


def speaks_of(wanted: Iterable[str], article: Article, reading: BlockReading, word: int) -> bool:
    """Whether the text at a word is about one of the wanted treatments.

    ``wanted`` are treatment ids, ``kind:drug`` (a kind in the knowledge base), ``schedule:III`` and ``schedule:any``.
    The nearest place that names a treatment decides: the sentence, else the block, else the heading, else what the
    page promotes or is about.
    """
    topics = article.topics
    treatments = _named_near(article, reading, word) or {*topics.main, *(topic.id for topic in topics.promoted)}
    return any(fits(treatment, name, topics.knowledge) for treatment in treatments for name in wanted)


def about_treatment(article: Article, but: Sequence[str] = (), *, also_offered: bool = False) -> bool:
    """Whether the page is about a treatment with risks, by the setting or by its title (there, *PRP* is enough).

    ``but`` are treatments that do not count, named as in :func:`fits`. With ``also_offered``, treatments that the page
    offers and those without known risks count too.
    """
    topics = article.topics
    knowledge = topics.knowledge
    titles = (article.readings[block.index] for block in article.document.blocks if block.is_title)
    keys = {*topics.main, *(hit.term for reading in titles for hit in reading.of("treatment"))}
    if also_offered:
        keys.update(topic.id for topic in topics.promoted)
    return any(
        (also_offered or knowledge.treatment(key).key_risks) and not any(fits(key, name, knowledge) for name in but)
        for key in keys
    )


def _named_near(article: Article, reading: BlockReading, word: int) -> set[str]:
    block, sentence = reading.block.index, reading.sentence_at(word)
    heading = article.document.heading_of(reading.block)
    return (
        _named(article, (block, sentence.first), (block, sentence.last))
        or _named(article, (block, 0), (block + 1, 0))
        or (_named(article, (heading.index, 0), (heading.index + 1, 0)) if heading else set())
    )


@once
def _named(article: Article, start: tuple[int, int], end: tuple[int, int]) -> set[str]:
    """Return the treatments named from one place up to another; a place is a block and a word."""
    mentions = article.topics.mentions
    first = bisect_left(mentions, start, key=_place)
    last = bisect_left(mentions, end, key=_place)
    return {mention.id for mention in mentions[first:last]}


def _place(mention: Mention) -> tuple[int, int]:
    return mention.block, mention.first


def fits(treatment: str, wanted: str, knowledge: Knowledge) -> bool:
    """Whether a treatment matches a name; see :func:`speaks_of`."""
    sort, _, value = wanted.rpartition(":")
    if not sort:
        return treatment == wanted
    facts = knowledge.treatment(treatment)
    if sort == "kind":
        return facts.kind == value
    return any(value in ("any", entry.schedule) for entry in facts.schedule)
