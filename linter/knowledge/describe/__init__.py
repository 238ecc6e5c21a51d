"""Describe a treatment, a drug or a condition in the knowledge base, for people."""

import difflib
from collections.abc import Iterator

from linter.knowledge.base import Knowledge
from linter.knowledge.describe.condition import condition_page
from linter.knowledge.describe.drug import drug_page
from linter.knowledge.describe.treatment import treatment_page
from linter.knowledge.facts import Condition, Drug, Treatment
from linter.knowledge.wordings import fold

_MIN_SIMILARITY = 0.8
"""Minimum similarity of a suggested name. With less, ordinary words suggest names that contain most of their letters
(cure, PicoSure)."""


def describe(name: str, knowledge: Knowledge) -> str | None:
    """Return a page for each of the treatment, the drug in the table and the condition with a name, or None.

    The name may be an id, a name, a brand, a lay term or an abbreviation.
    """
    key = _key(name)
    treatment = next((entry for entry in _treatments(knowledge) if key in _treatment_names(entry)), None)
    drug = next((entry for entry in _drugs(knowledge) if key in _drug_names(entry)), None)
    condition = next((entry for entry in _conditions(knowledge) if key in _condition_names(entry)), None)
    pages = [treatment_page(treatment, knowledge)] if treatment is not None else []
    pages += [drug_page(drug, knowledge)] if drug is not None else []
    pages += [condition_page(condition, knowledge)] if condition is not None else []
    return "\n\n".join(map("\n".join, pages)) or None


def nearest(name: str, knowledge: Knowledge) -> str:
    """Return the name of a treatment, drug or condition closest to a possibly misspelled name, or ""."""
    known = [
        *(known for treatment in _treatments(knowledge) for known in _treatment_names(treatment)),
        *(known for drug in _drugs(knowledge) for known in _drug_names(drug)),
        *(known for condition in _conditions(knowledge) for known in _condition_names(condition)),
    ]
    near = difflib.get_close_matches(_key(name), known, n=1, cutoff=_MIN_SIMILARITY)
    return near[0] if near else ""


def _key(name: str) -> str:
    return fold(name.replace("_", " ")).strip()


def _treatments(knowledge: Knowledge) -> Iterator[Treatment]:
    return map(knowledge.treatment, knowledge.treatment_ids)


def _conditions(knowledge: Knowledge) -> Iterator[Condition]:
    return map(knowledge.condition, knowledge.condition_ids)


def _drugs(knowledge: Knowledge) -> Iterator[Drug]:
    return map(knowledge.drug, knowledge.drug_names)


def _treatment_names(treatment: Treatment) -> tuple[str, ...]:
    names = (treatment.id.replace("_", " "), treatment.name, *treatment.synonyms, *treatment.brands, *treatment.abbr)
    return tuple(fold(name) for name in names)


def _drug_names(drug: Drug) -> tuple[str, ...]:
    return tuple(fold(name) for name in (drug.name, *drug.brands))


def _condition_names(condition: Condition) -> tuple[str, ...]:
    names = (condition.id.replace("_", " "), condition.name, *condition.terms, *condition.abbr)
    return tuple(fold(name) for name in names)
