"""Who tells a story and whom it is about: signatures, sections of stories, quotations, persons."""

from linter.checks.article import Article, once
from linter.checks.match import Found
from linter.document import Scope
from linter.expression import expression
from linter.language.hits import Hit
from linter.language.reading import BlockReading, Sentence
from linter.language.scope import governing

_SIGNED = expression(r"[-\u2013\u2014~]\s*[A-Z][\w.]*(?:[ ,]+[\w.&'-]+){0,5}\s*$|^[A-Z][a-z]+ [A-Z]\.(?![\w.])")
"""A dash and a name at the end (``- Paula, Austin``), or a name with an initial at the start (``Emily R.``)."""
_NAME = expression(
    r"^(?:[A-Z][\w'\u2019-]+\.?(?: (?:&|[A-Z][\w'\u2019-]*\.?)){0,4})(?: ?[,|\u2013\u2014-] ?[^.!?]{2,40})?$"
)
"""A line that is a name, perhaps with a description after a comma or dash (``Sarah M., Leeds``)."""
_INITIAL = expression(r"^[A-Z][\w'\u2019-]+(?: & [A-Z]\w+)? [A-Z]\.")
"""A name that ends in an initial, as no heading or name of a service does."""
_LINE = 20
"""Maximum words of a line that may serve as a heading."""


def sentences(reading: BlockReading, *classes: str) -> set[Sentence]:
    """Return the sentences that have a term of some classes."""
    return {reading.sentence_at(hit.first) for hit in reading.of(*classes)}


def of_readers(reading: BlockReading) -> set[Sentence]:
    """Return the sentences that address the reader and are about nobody else."""
    return sentences(reading, "testimonial.reader") - sentences(reading, "testimonial.person", "testimonial.group")


def is_signed(reading: BlockReading, article: Article) -> bool:
    """Whether a whole block is by or about a patient: quoted, signed, starred, in a section of stories, or a case."""
    block = reading.block
    if block.quoted or block.scope is Scope.QUOTE or block.section in patients_sections(article):
        return True
    if reading.of("testimonial.speaker", "testimonial.case") or _SIGNED.search(reading.text):
        return True
    return bool(reading.of("testimonial.person")) and _is_named_below(reading, article)


def _is_named_below(reading: BlockReading, article: Article) -> bool:
    """Whether the paragraph below is a name (one with an initial, or no known word), and this one is no address to the
    reader."""
    following = article.readings[reading.block.index + 1 : reading.block.index + 2]
    if not following or reading.block.scope is not Scope.PARAGRAPH or reading.of("testimonial.reader"):
        return False
    below = following[0]
    if below.block.scope is not Scope.PARAGRAPH or not _NAME.search(below.text):
        return False
    return _INITIAL.search(below.text) is not None or not below.families


def is_past_trouble(reading: BlockReading, hit: Hit) -> bool:
    """Whether a sentence, at a hit, is not or no longer about how bad it was before.

    *I suffered for years, but since the drip I sleep*: a hinge (*but since*) follows the last word of trouble.
    """
    sentence = reading.sentence_at(hit.first)
    troubles = reading.hits_in("testimonial.trouble", sentence.first, sentence.last)
    if not troubles:
        return True
    behind = max(trouble.last for trouble in troubles)
    return behind <= hit.first and reading.has_in(behind, hit.first, "testimonial.hinge")


def of_one_person(reading: BlockReading) -> set[Sentence]:
    """Return the sentences about one person, unless the block is about the clinic's own staff."""
    if reading.of("testimonial.staff"):
        return set()
    others = ("testimonial.trade", "testimonial.clinician", "testimonial.anyone")
    return sentences(reading, "testimonial.person") - sentences(reading, *others)


@once
def has_author(article: Article) -> bool:
    """Whether the page is written in the first person, outside of stories, by somebody who treats others."""
    speaking = article.holding.get("testimonial.clinician.author", ())
    return any(not is_signed(reading, article) for reading in speaking)


def in_quotation(found: Found, article: Article) -> bool:
    """Whether a match is in a quotation."""
    cues = article.cues_near(found.reading, found.first, found.last)
    return governing(cues, found.first, found.first + 1, ("quotation",)) is not None


def said_by_patient(found: Found, article: Article) -> bool:
    """Whether the words are a patient's: in a signed or starred passage, a section of stories, or quoted speech."""
    reading = found.reading
    if not reading.of("testimonial.case") and is_signed(reading, article):
        return True
    return bool(reading.of("testimonial.person")) and in_quotation(found, article)


@once
def patients_sections(article: Article) -> frozenset[int]:
    """Return the indexes of the sections that a heading, or a line as short as one, announces as stories.

    Subsections are included.
    """
    announcing = article.holding.get("testimonial.section", ())
    sections = {
        reading.block.section
        for reading in announcing
        if reading.block.scope is Scope.HEADING or len(reading.words) <= _LINE
    }
    return article.document.with_subsections(sections - {0})
