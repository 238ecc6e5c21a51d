"""Whether a sentence says where its facts come from: a link, a reference mark, or a study that a reader can find."""

import re
from collections.abc import Collection

from linter.document import InlineKind
from linter.language.reading import BlockReading

_LINKS = frozenset({InlineKind.LINK, InlineKind.REFERENCE})
_MARKS = frozenset({InlineKind.REFERENCE})
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BRACKETED = re.compile(r"\[\d{1,3}(?:\s?[-,]\s?\d{1,3}){0,9}\]")
_AFTER_STOP = re.compile(r"\s?(?:\[[\d\s,-]{1,12}\]|\ufffc){1,9}")


def has_source(reading: BlockReading, word: int, *, whole_block: bool = False) -> bool:
    """Whether the sentence of a word (or its whole block) names or marks a source.

    A source is a link, a reference mark, a term of the lexicon class ``evidence.source``, or a year beside a term of
    ``evidence.study``: *in a 2013 trial*.
    """
    sentence = reading.sentence_at(word)
    first, last, start, end = sentence.first, sentence.last, sentence.start, sentence.end
    if whole_block:
        first, last, start, end = 0, len(reading.words), 0, len(reading.text)
    if _marked(reading, start, _after_stop(reading.text, end), _LINKS):
        return True
    if any(first <= hit.first < last for hit in reading.of("evidence.source")):
        return True
    if not any(first <= hit.first < last for hit in reading.of("evidence.study")):
        return False
    words = reading.words.words
    # "the 1980s" is no date of a study
    return any(_YEAR.match(words[index]) and words[index + 1 : index + 2] != ["s"] for index in range(first, last))


def has_mark(reading: BlockReading, word: int) -> bool:
    """Whether the sentence of a word has a reference mark (a footnote, ``[2]``)."""
    sentence = reading.sentence_at(word)
    return _marked(reading, sentence.start, _after_stop(reading.text, sentence.end), _MARKS)


def _marked(reading: BlockReading, start: int, end: int, kinds: Collection[InlineKind]) -> bool:
    if any(inline.kind in kinds and start <= inline.start < end for inline in reading.block.inlines):
        return True
    return _BRACKETED.search(reading.text, start, end) is not None


def _after_stop(text: str, end: int) -> int:
    """A reference mark may stand right after the full stop: let a sentence reach over it."""
    found = _AFTER_STOP.match(text, end)
    return found.end() if found else end
