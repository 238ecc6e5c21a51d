"""Find by form who signs a page, and when: a short block at its top or foot, a name with a degree, a date."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article, once
from linter.document import Block, InlineKind, Scope
from linter.expression import expression
from linter.language.hits import words_of
from linter.language.reading import BlockReading
from linter.value import NamedTuple, Struct

_MAX_WORDS = 90
"""Maximum words and punctuation of a block that signs a page."""
_TOP = 8
_FOOT = 5
"""Blocks after the title and before the end that may sign a page."""
_ISO_DATE = expression(r"(\d{4})-(0[1-9]|1[0-2])-\d\d")
_YEARS = range(1990, 2100)
_DATE_WORDS = 4
"""Words and punctuation before the year of a date."""
_SEPARATORS = frozenset("·|•—–;")
_BODY = frozenset({Scope.PARAGRAPH, Scope.LIST_ITEM, Scope.TABLE_CELL, Scope.FINE_PRINT, Scope.CAPTION})
_BESIDE = 4
"""Maximum words beside the date in a part that only dates the page."""
_DATES_OTHERS = ("treatment", "evidence.source", "subject.team", "deadline")
"""Classes of things that a date may belong to instead of the page."""
_DEGREE = 4
"""Maximum words of a profession before a name: *certified nurse practitioner Jane Roe*."""


class Month(Struct, frozen=True, order=True):
    """A month of a year. A date that is only a year counts as its December."""

    year: int
    month: int

    def before(self, other: "Month") -> int:
        """Return how many months this one is before another."""
        return (other.year - self.year) * 12 + other.month - self.month


class Part(NamedTuple):
    """Words ``[first, last)`` of a block: a sentence, a line of the source, or the words between separators."""

    first: int
    last: int


@once
def signing_blocks(article: Article) -> frozenset[int]:
    """Return the indexes of the short blocks at the top (up to the first subheading), at the foot, or in italics."""
    body = [block for block in article.document.blocks if block.scope in _BODY]
    headings = (block for block in article.document.blocks if block.scope is Scope.HEADING and block.level > 1)
    below = next((block.index for block in headings if block.index), len(article.document.blocks))
    top = [block for block in body[:_TOP] if block.index < below]
    near = {*top, *body[-_FOOT:], *(block for block in body if is_note(block))}
    return frozenset(block.index for block in near if len(article.readings[block.index].words) <= _MAX_WORDS)


def is_note(block: Block) -> bool:
    """Whether a paragraph is all in italics, as notes above or below a text are."""
    marks = (mark for mark in block.inlines if mark.kind is InlineKind.EMPHASIS)
    return any(mark.start == 0 and mark.end >= len(block.view.text.rstrip()) for mark in marks)


def parts_of(article: Article, reading: BlockReading) -> Sequence[Part]:
    """Return the parts of a block, in order."""
    parts = []
    for sentence in reading.sentences:
        first = sentence.first
        for index in range(sentence.first, sentence.last):
            if index > first and _opens_line(article, reading, index):
                parts.append(Part(first, index))
                first = index
            if reading.words.words[index] in _SEPARATORS:
                parts.append(Part(first, index))
                first = index + 1
        parts.append(Part(first, sentence.last))
    return [part for part in parts if part.first < part.last]


def _opens_line(article: Article, reading: BlockReading, word: int) -> bool:
    """Whether a word starts a line of the source the way a sentence starts, rather than a line of wrapped text."""
    end, start = reading.words.ends[word - 1], reading.words.starts[word]
    if start <= end or reading.text[start].islower() or reading.has_in(word - 1, word, "grammar.preposition"):
        return False
    gap = reading.block.view.span(end, start)
    return "\n" in article.document.source.text[gap.start : gap.end]


def names_in(reading: BlockReading, first: int, last: int) -> Iterator[Part]:
    """Yield runs of two or more capitalized words in ``[first, last)``; initials and titles count."""
    no_names = words_of(
        hit for name in ("credential", "byline.anonymous", "month") for hit in reading.hits_in(name, first, last)
    )
    start = end = run = 0
    for index in range(first, last + 1):
        word = reading.words.words[index] if index < last else ""
        if word == "." or (run and word and reading.has_in(index, index + 1, "name.particle")):
            continue  # "Jan van Roe", "J. Roe"
        if word and reading.text[reading.words.starts[index]].isupper() and index not in no_names:
            start, end, run = start if run else index, index + 1, run + 1
            continue
        if run > 1:
            yield Part(start, end)
        run = 0


def has_degree(reading: BlockReading, name: Part, last: int) -> bool:
    """Whether a name has a degree, a profession or, with a title, a field next to it: *Dr. Jane Roe (hematology)*."""
    after = name.last
    while after < last and not reading.has_in(after, after + 1, "credential") and _is_apposed(reading, after):
        after += 1  # other letters may come first: "Jane Roe, MS, RD"
    before = reading.hits_in("credential", max(0, name.first - _DEGREE), name.first)
    return (
        (after < last and reading.has_in(after, after + 1, "credential"))
        or any(hit.last == name.first for hit in before)
        or (name.last < after < last and reading.has_in(name.first, name.first + 1, "name.title"))
    )


def _is_apposed(reading: BlockReading, word: int) -> bool:
    return reading.words.words[word] in ",(" or reading.excerpt(word, word + 1).isupper()


def dates_page(reading: BlockReading, part: Part) -> bool:
    """Whether a part of a block is a date and a few words without a verb: *in force since January 2026*."""
    first, last = part
    words = reading.words.words
    if words[last - 1] in ".)":
        last -= 1
    beside = sum(words[index].isalpha() for index in range(first, last)) - len(reading.hits_in("month", first, last))
    verbs = (hit.first for hit in reading.hits_in("grammar.finite", first, last))
    return (
        beside <= _BESIDE
        and words[last - 1].isdecimal()
        and not reading.has_in(first, last, *_DATES_OTHERS)
        and not any(_is_agency(reading.excerpt(word, word + 1)) for word in range(first, last))
        and all(reading.has_in(verb - 1, verb, "grammar.preposition") for verb in verbs)  # "in use since May 2026"
    )


def _is_agency(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.isupper()


def iso_month(day: str) -> Month | None:
    """Return the month of an ISO date, or None if it is empty or malformed."""
    found = _ISO_DATE.fullmatch(day)
    return Month(int(found[1]), int(found[2])) if found else None


def month_in(reading: BlockReading, first: int, last: int) -> Month | None:
    """Return the first date in the words ``[first, last)``; see :func:`months_in`."""
    return next(months_in(reading, first, last), None)


def months_in(reading: BlockReading, first: int, last: int) -> Iterator[Month]:
    """Yield the dates in the words ``[first, last)``.

    Reads 2026-05-12, 12 May 2026, May 12, 2026, May 2026, 5/12/2026 and 2026.
    """
    months = {hit.first: int(hit.owner.removeprefix("month.")) for hit in reading.hits_in("month", first, last)}
    words = reading.words.words
    for index in range(first, last):
        year = words[index]
        if len(year) == 4 and year.isdecimal() and int(year) in _YEARS:
            start = max(first, index - _DATE_WORDS)
            named = next((months[near] for near in range(index - 1, start - 1, -1) if near in months), 0)
            yield Month(int(year), named or _in_figures(words[start:index], words[index + 1 : index + 2]) or 12)


def _in_figures(before: Sequence[str], after: Sequence[str]) -> int:
    """Return the numeric month next to a year, as in 2026-05 and 5/12/2026, or 0 if there is none."""
    if after and len(after[0]) == 2 and _is_month(after[0]):
        return int(after[0])
    slashed = len(before) == _DATE_WORDS and before[1] == before[3] == "/"
    return int(before[0]) if slashed and _is_month(before[0]) else 0


def _is_month(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 12
