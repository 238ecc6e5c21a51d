"""Whether a sentence, its block, its heading or the page speaks of certain treatments."""

from collections.abc import Iterable

from linter.checks.article import Article
from linter.knowledge.facts import Knowledge
from linter.language.reading import BlockReading


def speaks_of(wanted: Iterable[str], article: Article, reading: BlockReading, word: int) -> bool:
    """Whether the treatment that a word is about is one of the wanted.

    Wanted are treatment ids, ``kind:drug`` (a kind of the knowledge base), ``schedule:III`` and ``schedule:any``. The
    nearest place that names a treatment decides: the sentence, else the block, else the heading, else what the page
    promotes or is said to be about.
    """
    topics = article.topics
    here = _named_near(article, reading, word) or {*topics.main, *(topic.id for topic in topics.promoted)}
    return any(_fits(treatment, name, topics.knowledge) for treatment in here for name in wanted)


def _named_near(article: Article, reading: BlockReading, word: int) -> set[str]:
    sentence = reading.sentence_at(word)
    heading = article.document.heading_of(reading.block)
    in_block = [mention for mention in article.topics.mentions if mention.block == reading.block.index]
    return (
        {mention.id for mention in in_block if sentence.first <= mention.first < sentence.last}
        or {mention.id for mention in in_block}
        or {mention.id for mention in article.topics.mentions if heading and mention.block == heading.index}
    )


def _fits(treatment: str, wanted: str, knowledge: Knowledge) -> bool:
    sort, _, value = wanted.rpartition(":")
    if not sort:
        return treatment == wanted
    facts = knowledge.treatment(treatment)
    if sort == "kind":
        return facts.kind == value
    return any(value in ("any", entry.schedule) for entry in facts.schedule)
