"""What a story tells of an outcome: words of change, results, and what would be a claim in the page's own voice."""

from collections.abc import Iterable, Iterator

from linter.checks.article import Article, once
from linter.checks.claim import claims_by_block
from linter.checks.claim.forms import Form
from linter.checks.match import Found
from linter.checks.tellers import (
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

_TOLD = ("testimonial.change", "testimonial.result", "testimonial.turn", "testimonial.mine")
CHANGES = (*_TOLD, "effect")
"""Without a term of these classes no outcome is told."""


@once
def outcomes(article: Article, block: int) -> tuple[list[Hit], list[Hit], list[Hit]]:
    """Of a block: strong words of change in the own health; results and weak words, and words of a turn, where a
    patient has the word; none that tell how bad it was before."""
    reading = article.readings[block]
    claims = claims_by_block(article).get(block, ()) if "effect" in reading.families else ()
    if not claims and not reading.has(_TOLD):
        return [], [], []  # most blocks
    told: list[Hit] = []
    if results := reading.of("testimonial.result"):
        readers = of_readers(reading)
        told += (hit for hit in results if reading.sentence_at(hit.first) not in readers)
    if weak := _own_changes(reading, "testimonial.change.weak"):
        own = sentences(reading, "testimonial.health.own", "condition")
        told += (hit for hit in weak if reading.sentence_at(hit.first) in own)
    signed = is_signed(reading, article)
    personal = sentences(reading, "testimonial.group")
    if not signed and not has_author(article):
        personal |= of_one_person(reading)

    def spoken(hits: Iterable[Hit]) -> list[Hit]:
        return [
            hit
            for hit in hits
            if signed
            or reading.sentence_at(hit.first) in personal
            or in_quotation(Found(reading, hit.first, hit.last), article)
        ]

    turned = [*spoken(_turns(reading, signed)), *_claimed(article, reading, signed)]
    if signed and reading.block.scope is not Scope.HEADING and "testimonial.staff" not in reading.families:
        turned += _of_own_body(reading)
    ranked = (_own_changes(reading, "testimonial.change.strong"), spoken(told), turned)
    strong, weaker, least = ([hit for hit in hits if is_past_trouble(reading, hit)] for hits in ranked)
    return strong, weaker, least


def _claimed(article: Article, reading: BlockReading, signed: bool) -> Iterator[Hit]:
    """What would be a claim in the page's own voice: a patient tells it, or the page hands on what patients told it."""
    own = sentences(reading, "testimonial.self", "testimonial.person")
    own -= sentences(reading, "testimonial.clinician", "testimonial.reader")
    group = sentences(reading, "testimonial.group")
    for claim in claims_by_block(article).get(reading.block.index, ()) if own or group else ():
        hit, sentence = claim.candidate.effect, claim.scene.sentence
        said = signed or in_quotation(Found(reading, hit.first, hit.last), article)
        if claim.candidate.form is Form.FINITE and (sentence in group or (said and sentence in own)):
            yield hit


def _turns(reading: BlockReading, signed: bool) -> list[Hit]:
    """Words of a turn (*again*, *after six weeks*) in sentences that speak of health, or of what the ill cannot do.

    Who signs may speak to the reader (*thank you*).
    """
    turns = reading.of("testimonial.turn")
    if not turns:
        return []
    concerned = sentences(reading, "testimonial.health.own", "testimonial.deed", "condition")
    concerned -= sentences(reading, "matter.service")
    if not signed or reading.block.scope is Scope.HEADING:
        concerned -= of_readers(reading)
    return [hit for hit in turns if reading.sentence_at(hit.first) in concerned]


def _of_own_body(reading: BlockReading) -> Iterator[Hit]:
    """What a patient says of the own body, unless it is how the patient came and was received."""
    visits = sentences(reading, "testimonial.visit", "testimonial.clinician", "testimonial.trade", "matter.service")
    return (hit for hit in reading.of("testimonial.mine") if reading.sentence_at(hit.first) not in visits)


def _own_changes(reading: BlockReading, change: str) -> list[Hit]:
    """Words of change in sentences where a person, not a clinician, speaks of the own health."""
    changes = reading.of(change)
    if not changes:
        return []
    speaking = sentences(reading, "testimonial.self") & sentences(reading, "testimonial.health", "condition")
    speaking -= sentences(reading, "testimonial.clinician")
    return [hit for hit in changes if reading.sentence_at(hit.first) in speaking]
