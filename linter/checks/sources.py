"""Whether a sentence says where its facts come from: a link, a reference mark, or a study that a reader can find."""

import re

from linter.checks.article import Article
from linter.document import InlineKind
from linter.language.reading import BlockReading

_MARKS = frozenset({InlineKind.LINK, InlineKind.REFERENCE})
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BRACKETED = re.compile(r"\[\d{1,3}(?:\s?[-,]\s?\d{1,3}){0,9}\]")
_AFTER_STOP = re.compile(r"\s?(?:\[[\d\s,-]{1,12}\]|\ufffc){1,9}")


def has_source(article: Article, reading: BlockReading, word: int, *, whole_block: bool = False) -> bool:
    """Whether the sentence of a word (or its whole block) names or marks a source.

    A source is a link, a reference mark, a term of the lexicon class ``evidence.source``, or a year beside a term of
    ``evidence.study``: *in a 2013 trial*.
    """
    sentence = reading.sentence_at(word)
    first, last = (0, len(reading.words)) if whole_block else (sentence.first, sentence.last)
    start, end = (0, len(reading.text)) if whole_block else (sentence.start, _trailing_marks(reading.text, sentence.end))
    if any(inline.kind in _MARKS and start <= inline.start < end for inline in reading.block.inlines):
        return True
    if _BRACKETED.search(reading.text, start, end):
        return True
    if any(first <= hit.first < last for hit in reading.of("evidence.source")):
        return True
    if not any(first <= hit.first < last for hit in reading.of("evidence.study")):
        return False
    return any(_YEAR.match(reading.words.words[index]) for index in range(first, last))


def _trailing_marks(text: str, end: int) -> int:
    """A reference mark may stand right after the full stop: let a sentence reach over it."""
    found = _AFTER_STOP.match(text, end)
    return found.end() if found else end
