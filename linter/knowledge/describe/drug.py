"""Describe a drug in the table of indications."""

from collections.abc import Iterator

from linter.knowledge.base import Knowledge
from linter.knowledge.describe.layout import part
from linter.knowledge.facts import Drug

TABLES = {
    "fda": "FDA drug labels, indication text",
    "drugcentral": "DrugCentral, November 2016",
    "pharmacotherapydb": "PharmacotherapyDB 1.0",
    "labels": "Drugs@FDA and current labels, from memory, not looked up",
}


def drug_page(drug: Drug, knowledge: Knowledge) -> Iterator[str]:
    """Yield the lines of a drug's page: brands, uses, sources."""
    yield drug.name
    yield from part("Brands", [", ".join(drug.brands)])
    yield from part("Uses that labels and data sets list", [", ".join(drug.indications)])
    conditions = sorted(knowledge.condition(key).name for key in drug.conditions)
    yield from part("Uses that medlint does not report", [", ".join(conditions)])
    yield from part("Source", [TABLES[source] for source in drug.sources])
    yield from part("Confidence", [f"a hint, not a fact: check the current label; as of {knowledge.as_of}"])
