"""Find outcomes in stories: words of change, results, and what would be a claim in the page's own voice."""

from collections.abc import Iterable, Iterator

from linter.checks.article import Article, once
from linter.checks.claim import claims_by_block
from linter.checks.claim.forms import Form
from linter.checks.match import Found
from linter.checks.speakers import (
    has_author,
    in_quotation,
    is_past_trouble,
    is_signed,
    of_one_person,
    of_readers,
    sentences,
)
from linter.document import Scope
from linter.language.hits import Hit
from linter.language.reading import BlockReading

_OUTCOMES = ("testimonial.change", "testimonial.result", "testimonial.turn", "testimonial.mine")
CHANGES = (*_OUTCOMES, "effect")
"""Classes without whose terms a block has no outcome."""


@once
def outcomes(article: Article, block: int) -> tuple[list[Hit], list[Hit], list[Hit]]:
    """Return a block's outcomes, plainest first: strong words of change in the speaker's own health; results and weak
    words of change; words of a turn and claims.

    The last two count only where a patient speaks. Descriptions of how bad it was before are left out.
    """
    reading = article.readings[block]
    claims = claims_by_block(article).get(block, ()) if "effect" in reading.families else ()
    if not claims and not reading.has(_OUTCOMES):
        return [], [], []  # most blocks
    reported: list[Hit] = []
    if results := reading.of("testimonial.result"):
        readers = of_readers(reading)
        reported += (hit for hit in results if reading.sentence_at(hit.first) not in readers)
    if weak := _own_changes(reading, "testimonial.change.weak"):
        own = sentences(reading, "testimonial.health.own", "condition")
        reported += (hit for hit in weak if reading.sentence_at(hit.first) in own)
    signed = is_signed(reading, article)
    personal = sentences(reading, "testimonial.group")
    if not signed and not has_author(article):
        personal |= of_one_person(reading)

    def by_patients(hits: Iterable[Hit]) -> list[Hit]:
        return [
            hit
            for hit in hits
            if signed
            or reading.sentence_at(hit.first) in personal
            or in_quotation(Found(reading, hit.first, hit.last), article)
        ]

    turned = [*by_patients(_turns(reading, signed)), *_claimed(article, reading, signed)]
    if signed and reading.block.scope is not Scope.HEADING and "testimonial.staff" not in reading.families:
        turned += _of_own_body(reading)
    ranked = (_own_changes(reading, "testimonial.change.strong"), by_patients(reported), turned)
    strong, weaker, least = ([hit for hit in hits if is_past_trouble(reading, hit)] for hits in ranked)
    return strong, weaker, least


def _claimed(article: Article, reading: BlockReading, signed: bool) -> Iterator[Hit]:
    """Yield what would be a claim in the page's own voice, told by a patient or reported as told by patients."""
    own = sentences(reading, "testimonial.self", "testimonial.person")
    own -= sentences(reading, "testimonial.clinician", "testimonial.reader")
    group = sentences(reading, "testimonial.group")
    for claim in claims_by_block(article).get(reading.block.index, ()) if own or group else ():
        hit, sentence = claim.candidate.effect, claim.scene.sentence
        by_patient = signed or in_quotation(Found(reading, hit.first, hit.last), article)
        if claim.candidate.form is Form.FINITE and (sentence in group or (by_patient and sentence in own)):
            yield hit


def _turns(reading: BlockReading, signed: bool) -> list[Hit]:
    """Return words of a turn (*again*, *after six weeks*) in sentences about health, or about what the ill cannot do.

    A signed text may address the reader (*thank you*).
    """
    turns = reading.of("testimonial.turn")
    if not turns:
        return []
    concerned = sentences(reading, "testimonial.health.own", "testimonial.deed", "condition")
    concerned -= sentences(reading, "matter.service")
    if not signed or reading.block.scope is Scope.HEADING:
        concerned -= of_readers(reading)
    by_speaker = signed and not reading.of("testimonial.case")
    # otherwise the turn is the clinic's own: "and so now we ask each patient"
    turned = (hit for hit in turns if by_speaker or not reading.has_in(hit.first, hit.last, "subject.team"))
    return [hit for hit in turned if reading.sentence_at(hit.first) in concerned]


def _of_own_body(reading: BlockReading) -> Iterator[Hit]:
    """Yield what patients say about their own bodies, except in sentences about their visit."""
    visits = sentences(reading, "testimonial.visit", "testimonial.clinician", "testimonial.trade", "matter.service")
    return (hit for hit in reading.of("testimonial.mine") if reading.sentence_at(hit.first) not in visits)


def _own_changes(reading: BlockReading, change: str) -> list[Hit]:
    """Return words of change in sentences where a person other than a clinician describes their own health."""
    changes = reading.of(change)
    if not changes:
        return []
    speaking = sentences(reading, "testimonial.self") & sentences(reading, "testimonial.health", "condition")
    speaking -= sentences(reading, "testimonial.clinician")
    return [hit for hit in changes if reading.sentence_at(hit.first) in speaking]
