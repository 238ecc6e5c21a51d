"""Prescription drugs that only the table of indications knows, offered for a use that no source lists."""

from collections.abc import Iterator

from linter.checks.claim import find_claims
from linter.checks.disclosure.disclosures import ASSERTING, Disclosures
from linter.document import Scope
from linter.knowledge.pairs import Pair


def unlisted_uses(disclosures: Disclosures) -> Iterator[Pair]:
    """One pair a drug that a selling page offers, where the page nowhere says that a use is not approved.

    A drug counts as offered where a heading names it, and the use as promoted where its sentence claims something.
    """
    topics = disclosures.topics
    if not (topics.promotional and topics.drug_pairs) or any(not one.vague for one in disclosures.statements):
        return
    claimed = {
        (claim.scene.reading.block.index, claim.scene.sentence.first)
        for claim in find_claims(disclosures.article)
        if claim.strength in ASSERTING
    }
    blocks, readings = disclosures.article.document.blocks, disclosures.article.readings
    headed = {mention.id for mention in topics.drugs if blocks[mention.block].scope in (Scope.HEADING, Scope.TITLE)}
    done: set[str] = set()
    for pair in topics.drug_pairs:
        place = (pair.block, readings[pair.block].sentence_at(pair.first).first)
        if pair.treatment in headed and place in claimed and pair.treatment not in done:
            done.add(pair.treatment)
            yield pair
