"""Whether a sentence cites a source: a link, a reference mark, a study that a reader can find, or an entry in the
page's own list of sources."""

from bisect import bisect_left

from linter.checks.article import Article, once
from linter.checks.sources import AUTHOR_AND_YEAR, CITED, count_listed, names_source
from linter.document import InlineKind
from linter.expression import expression
from linter.language.reading import BlockReading, Sentence

_LINKS = frozenset({InlineKind.LINK, InlineKind.REFERENCE})
_MARKS = frozenset({InlineKind.REFERENCE})
_YEAR = expression(r"(?:19|20)\d\d$")
_BRACKETED = expression(r"\[\d{1,3}(?:\s?[-\u2013,]\s?\d{1,3}){0,9}\]")
_NUMBERED = expression(r"\S\s?\((\d{1,3})(?:\s?[-\u2013,;]\s?\d{1,3}){0,9}\)")
"""A number in parentheses: a mark only if the page lists at least that many sources."""
_DATED = expression(r".{1,80}\b(?:19|20)\d\d\b")
_RAISED = expression(
    r"(?:[.,;:)!?\u201d\"']|[A-Za-z]{3})[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]"
    r"|[a-z]{8}\d{1,2}(?!\w)|\)\d{1,2}(?!\w)|[a-z]\.\d{1,2}(?=\s+[A-Z]|\s*$)"
)
"""A superscript number, or one flattened by conversion to text: *cartilage.\u00b2*, *dysfunction24*."""
_SIGN = r"(\[[a-z]\]|[*\u2020\u2021\u00a7\u00b6]{1,3})"
"""A mark other than a number: a source only if a note with the same mark names one."""
_NOTED = expression(rf"(?<=\S)\s?{_SIGN}")
_NOTE = expression(rf"(?m)^{_SIGN}\s?(?=\w)")
_AFTER_STOP = expression(rf"\s?(?:\[[\d\s,-]{{1,12}}\]|\ufffc|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]|{_SIGN}){{1,9}}")


def has_source(article: Article, reading: BlockReading, word: int, *, whole_block: bool = False) -> bool:
    """Whether the sentence of a word (or its whole block) names or marks a source.

    A source is a link, a reference mark, a term of the lexicon class ``evidence.source``, or a year beside a term of
    ``evidence.study``: *in a 2013 trial*.
    """
    sentence = reading.sentence_at(word)
    if whole_block:
        sentence = Sentence(0, len(reading.words), 0, len(reading.text))
    return _sourced(article, reading.block.index, sentence) or _followed_by_reference(article, reading, sentence)


def _followed_by_reference(article: Article, reading: BlockReading, sentence: Sentence) -> bool:
    """Whether the next sentence is just a source (*Doe et al., Journal of Things, 2012*), or names the source of the
    one study that this sentence is about."""
    if sentence.last >= len(reading.words):
        return False
    following = reading.sentence_at(sentence.last)
    if reading.has_in(sentence.first, sentence.last, "evidence.study.one"):
        another = reading.has_in(following.first, following.last, "evidence.study")
        if not another and _sourced(article, reading.block.index, following):
            return True
    authors = reading.hits_in("evidence.source.authors", following.first, following.last)
    return any(_DATED.match(reading.text, reading.end(hit.last), following.end) for hit in authors)


def has_mark(article: Article, reading: BlockReading, word: int) -> bool:
    """Whether the sentence of a word has a reference mark (a footnote, ``[2]``)."""
    return _marked(article, reading, reading.sentence_at(word), _MARKS)


@once
def _sourced(article: Article, index: int, place: Sentence) -> bool:
    reading = article.readings[index]
    if _marked(article, reading, place, _LINKS) or names_source(reading, place) or _listed(article, reading, place):
        return True
    marks = {found[1] for found in _NOTED.finditer(reading.text, place.start, _after_stop(reading.text, place.end))}
    if marks and not marks.isdisjoint(_source_notes(article)):
        return True
    if not reading.has_in(place.first, place.last, "evidence.study"):
        return False
    words = reading.words.words
    # "the 1980s" is not the date of a study
    return any(
        _YEAR.match(words[index]) and words[index + 1 : index + 2] != ["s"] for index in range(place.first, place.last)
    )


def _listed(article: Article, reading: BlockReading, place: Sentence) -> bool:
    """Whether a sentence points to an entry in the page's own list of sources: *(3)*, *see source 3*."""
    words = reading.words.words
    numbers = [words[hit.last - 1] for hit in reading.hits_in("evidence.pointer", place.first, place.last)]
    numbers += [found[1] for found in _NUMBERED.finditer(reading.text, place.start, place.end)]
    return any(
        len(number) <= 3 and number.isdecimal() and 1 <= int(number) <= count_listed(article) for number in numbers
    )


@once
def _source_notes(article: Article) -> frozenset[str]:
    """Return the marks of notes that name a source: the dagger in *\u2020 Roe J, 2019*."""
    return frozenset(
        found[1]
        for reading in article.readings
        for found in _NOTE.finditer(reading.text)
        if CITED.match(reading.text, found.end())
        or names_source(reading, reading.sentence_at(bisect_left(reading.words.starts, found.end())))
    )


def _marked(article: Article, reading: BlockReading, place: Sentence, kinds: frozenset[InlineKind]) -> bool:
    end = _after_stop(reading.text, place.end)
    starts = _starts(article, reading.block.index, kinds)
    if bisect_left(starts, place.start) < bisect_left(starts, end):
        return True
    return any(mark.search(reading.text, place.start, end) for mark in (_BRACKETED, AUTHOR_AND_YEAR, _RAISED))


@once
def _starts(article: Article, index: int, kinds: frozenset[InlineKind]) -> list[int]:
    """Return the start offsets of inlines of some kinds in a block, in order."""
    return sorted(inline.start for inline in article.document.blocks[index].inlines if inline.kind in kinds)


def _after_stop(text: str, end: int) -> int:
    """Return the end of a sentence including reference marks right after its period."""
    found = _AFTER_STOP.match(text, end)
    return found.end() if found else end
