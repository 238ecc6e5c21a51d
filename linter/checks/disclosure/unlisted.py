"""Prescription drugs that only the table of indications knows, offered for a use that no source lists."""

from collections.abc import Iterator

from linter.checks.disclosure.disclosures import Disclosures
from linter.checks.disclosure.offered import is_offered
from linter.knowledge.pairs import Pair


def unlisted_uses(disclosures: Disclosures) -> Iterator[Pair]:
    """The first such use of each drug, where the page nowhere says that a use is not approved."""
    if any(not one.vague for one in disclosures.statements):
        return
    done: set[str] = set()
    for pair in disclosures.topics.drug_pairs:
        if pair.treatment not in done and is_offered(pair, disclosures.article):
            done.add(pair.treatment)
            yield pair
