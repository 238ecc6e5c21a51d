"""Who tells a story: signatures, sections of stories, quotations, and whom a sentence speaks of."""

from linter.checks.article import Article, once
from linter.checks.guards import Found, cues_around
from linter.document import Scope
from linter.expression import expression
from linter.language.reading import BlockReading, Sentence
from linter.language.scope import governing

_SIGNED = expression(r"[-\u2013\u2014~]\s*[A-Z][\w.]*(?:[ ,]+[\w.&'-]+){0,5}\s*$|^[A-Z][a-z]+ [A-Z]\.(?![\w.])")
"""A dash and a name of a few words at the end (``- Paula, Austin``), or a name with an initial first (``Emily R.``)."""
_LINE = 20
"""Words of a line that may stand for a heading."""


def sentences(reading: BlockReading, *classes: str) -> set[Sentence]:
    """The sentences that hold a term of some classes."""
    return {reading.sentence_at(hit.first) for hit in reading.of(*classes)}


def of_readers(reading: BlockReading) -> set[Sentence]:
    """The sentences that speak to the reader and of nobody else."""
    return sentences(reading, "testimonial.reader") - sentences(reading, "testimonial.person", "testimonial.group")


def is_signed(reading: BlockReading, voices: set[int]) -> bool:
    """Whether a whole block is a patient's, or about one: quoted, signed, starred, in a section of stories, a case."""
    block = reading.block
    if block.quoted or block.scope is Scope.QUOTE or block.section in voices:
        return True
    return bool(reading.of("testimonial.speaker", "testimonial.case")) or _SIGNED.search(reading.text) is not None


def of_one_person(reading: BlockReading) -> set[Sentence]:
    """The sentences that speak of one person, unless the block is about the clinic's own people."""
    if reading.of("testimonial.staff"):
        return set()
    others = ("testimonial.trade", "testimonial.clinician", "testimonial.anyone")
    return sentences(reading, "testimonial.person") - sentences(reading, *others)


@once
def has_author(article: Article) -> bool:
    """Whether the first person of a page, outside of stories, is somebody who treats others."""
    voices = patients_sections(article)
    speaking = article.holding.get("testimonial.clinician.author", ())
    return any(not is_signed(reading, voices) for reading in speaking)


def in_quotation(found: Found, article: Article) -> bool:
    """Whether found words stand in a quotation."""
    return governing(cues_around(article, found), found.first, found.first + 1, ("quotation",)) is not None


@once
def patients_sections(article: Article) -> set[int]:
    """The indexes of the sections that announce stories, with their subsections."""
    sections = article.document.sections
    announced = {reading.block.section for reading in article.readings if _announces(reading)} - {0}
    for section in sections:  # parents come first
        if section.parent in announced:
            announced.add(section.index)
    return announced


def _announces(reading: BlockReading) -> bool:
    """Whether a heading, or a line as short as one, says that stories follow."""
    is_short = reading.block.scope is Scope.HEADING or len(reading.words) <= _LINE
    return is_short and "testimonial.section" in reading.families
