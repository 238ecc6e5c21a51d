"""Whether a sentence, its block, its heading or the page speaks of certain treatments."""

from collections.abc import Iterable

from linter.checks.article import Article
from linter.language.reading import BlockReading


def speaks_of(wanted: Iterable[str], article: Article, reading: BlockReading, word: int) -> bool:
    """Whether the treatment that a word is about is one of the wanted.

    Wanted are treatment ids. The nearest place that names a treatment decides: the sentence, else the block, else the
    heading, else what the page promotes or is said to be about.
    """
    sentence = reading.sentence_at(word)
    hits = reading.hits.get("treatment", ())
    here = {hit.term for hit in hits if sentence.first <= hit.first < sentence.last} or {hit.term for hit in hits}
    if not here:
        heading = article.heading_reading(reading.block)
        here = set() if heading is None else {hit.term for hit in heading.hits.get("treatment", ())}
    if not here:
        here = {topic.id for topic in article.topics.treatments if topic.promoted}
    return any(name in here for name in wanted)
