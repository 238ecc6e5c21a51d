"""The sources of a page: kind ``sources`` checks the age of the newest one, kind ``structure`` their number, and
``citations`` which of them a sentence cites.

A source is an entry in a list of references (under any heading), a link, or named in a sentence.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.checks.article import Article, once
from linter.checks.match import Match
from linter.checks.signed import is_note, signing_blocks
from linter.document import Block, InlineKind, Scope, Section
from linter.expression import expression
from linter.language.reading import BlockReading, Sentence
from linter.rules.program import Rule

_PUBLISHED = expression(r"(?<![\d./-])(?:19|20)\d\d(?![\d/-])")
"""A year that is not part of a range, a page number or a numeric date."""
AUTHOR_AND_YEAR = expression(r"[(\[][A-Z][^()\[\]\d]{1,80}\d{4}[a-z]?[)\]]")
_YEAR = expression(r"\b(?:19|20)\d\d\b")
_ENDED = expression(r"[.!?][\"')\]*_\u201d\u2019]*\s*$")
_ORIGIN = expression(
    r"\b(?:19|20)\d\d\b|\ufffc|\b[A-Z][\w'-]{1,30},? (?:[A-Z]\.? ?){1,3}[.,]"
    r"|(?:^|[.?!:\"*\u201d]\s+)(?:(?:[A-Z][\w'\u2019&-]*|of|and|the|for|on|&),?\s+){1,9}[A-Z][\w'\u2019&-]*[.:](?:\s|$)"
)
"""A year, an address, an author with initials or a name on its own (*Harvard Health.*): an entry in a list of
references has one of these, a sentence has none."""
_BORDER = expression(r"[.;](?=\s|$)")
"""A possible border between two sources in a paragraph."""
CITED = expression(r"\b[A-Z][\w'-]{1,30} [A-Z]{1,3}(?: [a-z]{1,12}){0,2}[.,][^;]{2,200}?\b(?:19|20)\d\d\b")
"""Author, initials and year, as written in lists of references: *Roe JA and others, …, 2019*."""
_WORK = expression(
    r"(?<![a-z,'] )\b[A-Z][\w'-]*(?:,? (?:[A-Z][\w'&-]*|of|and|the|for|on|&)){1,8}[,.:]"
    r" [^;\ufffc\u00a9]{10,160}?\b(?:19|20)\d\d\b"
)
"""A name on its own, a title and a year: *Society of Knees, Guideline on needles, 2023*."""
_NOTE = expression(r"[\u00b9\u00b2\u00b3\u2070-\u2079\ufffc]|[(\[]\d{1,2}[)\]]")
"""The mark at the start of a footnote."""
_NO_WORK = ("grammar.finite", "subject.team", "subject.person", "credential")
_LABEL = 4
"""Maximum words and punctuation of a line that only announces a list of sources."""
_MARKS = (InlineKind.LINK, InlineKind.REFERENCE)


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report a list of references whose newest year is more than ``max_age`` years before today."""
    today = article.setting.today[:4]
    if not today:
        return
    for section in article.document.sections:
        if section.heading is None or not article.readings[section.heading].of("section.references"):
            continue
        newest = _newest_year(article, section, int(today))
        for rule in rules:
            if newest is not None and int(today) - newest > rule.match["max_age"]:
                heading = article.document.blocks[section.heading]
                yield Match(rule, heading, 0, len(heading.view.text), values={"newest": str(newest)})


def _newest_year(article: Article, section: Section, today: int) -> int | None:
    """Return the latest year in a section's text that is not in the future, or None."""
    years = [
        int(found.group())
        for block in article.document.section_blocks(section)
        for found in _PUBLISHED.finditer(block.view.text)
    ]
    return max((year for year in years if year <= today), default=None)


def sources_by_block(article: Article) -> Iterator[int]:
    """Yield the number of sources that each block names, in order."""
    for block, listed in zip(article.document.blocks, _listed(article), strict=True):
        reading = article.readings[block.index]
        works = _works(reading) if not listed and block.index in signing_blocks(article) else 0
        yield listed + max(_links(block) or _named(reading), works)


@once
def count_listed(article: Article) -> int:
    """Return the number of sources in the page's own list, 0 if it has none."""
    return sum(_listed(article))


def names_source(reading: BlockReading, sentence: Sentence) -> bool:
    """Whether a sentence names a source in its text: *the Lancet*, *(Doe, 2020)*."""
    return reading.has_in(sentence.first, sentence.last, "evidence.source") or bool(
        AUTHOR_AND_YEAR.search(reading.text, sentence.start, sentence.end)
    )


def is_entry(reading: BlockReading) -> bool:
    """Whether a block below a heading on sources is an entry: not a complete sentence, or one with a link, a date, an
    author or a publisher."""
    return (
        not _ENDED.search(reading.text)
        or any(mark.kind in _MARKS for mark in reading.block.inlines)
        or is_note(reading.block)
        or bool(_ORIGIN.search(reading.text) or reading.of("evidence.source", "evidence.document"))
    )


def _listed(article: Article) -> Iterator[int]:
    """Yield the number of sources that each block contributes to a list of references, in order."""
    below = set(_below_labels(article))
    return (_in_list(block, article, labeled=block.index in below) for block in article.document.blocks)


def _below_labels(article: Article) -> Iterator[int]:
    """Yield the items of lists right below a line that only announces sources."""
    below = False
    for block in article.document.blocks:
        reading = article.readings[block.index]
        if below and block.scope is Scope.LIST_ITEM:
            yield block.index
        else:
            below = _opens_list(reading) and len(reading.words) <= _LABEL


def _opens_list(reading: BlockReading) -> bool:
    return any(hit.first == 0 for hit in reading.of("section.references"))


def _in_list(block: Block, article: Article, *, labeled: bool) -> int:
    """Return the number of sources in a block of a list of references, 0 for other blocks."""
    reading = article.readings[block.index]
    heading = article.heading_reading(block)
    if heading is not None and block.scope is not Scope.HEADING and heading.of("section.references"):
        return max(1, _run_together(reading))
    if _opens_list(reading) or CITED.search(reading.text) or (is_note(block) and reading.of("evidence.document")):
        return _run_together(reading)
    return int(labeled)


def _run_together(reading: BlockReading) -> int:
    """Return the number of sources run together in one paragraph of a list of references."""
    borders = [0, *(found.end() for found in _BORDER.finditer(reading.text)), len(reading.text)]
    documents = sorted(reading.words.starts[hit.last - 1] for hit in reading.of("evidence.document"))
    return sum(
        bool(_YEAR.search(reading.text, start, end)) or bisect_left(documents, start) < bisect_left(documents, end)
        for start, end in pairwise(borders)
    )


def _works(reading: BlockReading) -> int:
    """Return the number of works in a block at the top or foot of a page: a name, a title and a year, no verb."""
    if _NOTE.match(reading.text) and reading.of("evidence.document"):
        return _run_together(reading)
    starts = reading.words.starts
    return sum(
        not reading.has_in(bisect_left(starts, work.start()), bisect_left(starts, work.end()), *_NO_WORK)
        for work in _WORK.finditer(reading.text)
    )


def _links(block: Block) -> int:
    """Return the number of links in a block to other sites or to a note."""
    return sum(
        mark.kind is InlineKind.REFERENCE or mark.target.startswith(("http://", "https://", "//", "#"))
        for mark in block.inlines
        if mark.kind in _MARKS
    )


def _named(reading: BlockReading) -> int:
    """Return the number of sentences that name a source."""
    return sum(names_source(reading, sentence) for sentence in reading.sentences)
