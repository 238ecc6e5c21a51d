"""Approved uses of prescription drugs in general: for a drug that ``treatments.yaml`` does not describe.

The table is made by ``scripts/build_indications.py``. It tells what labels and public data sets list (the largest as of
November 2016) and, of the drugs that clinics name most, what labels gained since: a use that it lacks is a hint, to be
reported low and as such.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from linter.knowledge.facts import Condition
from linter.knowledge.page import Mention, Page
from linter.language.hits import Hit
from linter.value import Struct


class Drug(Struct, frozen=True):
    """A drug's listed uses: condition ids, and some of them as the sources name them; and its brands."""

    name: str
    conditions: frozenset[str]
    indications: tuple[str, ...]
    sources: tuple[str, ...]
    brands: tuple[str, ...]

    def lists(self, condition: Condition) -> bool:
        """Whether a condition is among the listed uses; a loose symptom or state is given the benefit of the doubt."""
        return condition.no_label_credit or condition.id in self.conditions


def drugs() -> Mapping[str, Drug]:
    """All drugs of the table by name."""
    return {name: drug(name) for name in _lines()}


@cache
def drug(name: str) -> Drug:
    """A drug of the table; ``KeyError`` for another name."""
    return _drug(_lines()[name])


@cache
def _lines() -> Mapping[str, str]:
    # read only for an article that names one of these drugs, and by the compiler; a line is read when its drug is met
    import pkgutil

    text = pkgutil.get_data("lint_rules", "knowledge/indications.tsv") or b""
    lines = text.decode().split("\n")
    return {line.partition("\t")[0]: line for line in lines if line and not line.startswith("#")}


def drug_mentions(page: Page, treatments: Iterable[Mention]) -> tuple[Mention, ...]:
    """Where an article names a drug of the table, in order of place; ``id`` is the drug's name.

    Words that name one of ``treatments`` are none, unless they name a class of drugs whose status is that of each.
    """
    taken = {(mention.block, word): mention for mention in treatments for word in range(mention.first, mention.last)}
    return tuple(
        Mention(hit.term, reading.block.index, hit.first, hit.last, reading.text[reading.start(hit.first) : end])
        for reading in page.readings
        if reading.block.index not in page.references
        for hit in reading.of("drug")
        if not _is_taken(hit, taken.get((reading.block.index, hit.first)), page)
        for end in (reading.end(hit.last),)
    )


def _is_taken(hit: Hit, mention: Mention | None, page: Page) -> bool:
    if mention is None:
        return False
    return (hit.first, hit.last) != (mention.first, mention.last) or page.knowledge.treatment(
        mention.id
    ).owes_status_disclaimer


def _drug(line: str) -> Drug:
    name, conditions, indications, sources, brands = line.split("\t")
    return Drug(
        name,
        frozenset(conditions.split(",")) - {""},
        tuple(part for part in indications.split("; ") if part),
        tuple(sources.split(",")),
        tuple(part for part in brands.split("; ") if part),
    )
