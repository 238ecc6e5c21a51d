"""What the knowledge base says of a treatment or a drug, for people; and which facts are due for another look."""

import difflib
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from linter.knowledge.base import Knowledge
from linter.knowledge.facts import Treatment
from linter.knowledge.indications import Drug, drugs
from linter.knowledge.wordings import fold
from linter.value import Struct

WIDTH = 100
ALIKE = 0.8
"""How like a name must be: less, and an ordinary word calls up the names that hold most of it (cure, PicoSure)."""
STATUS = {
    "approved": "FDA-approved for the uses below only",
    "cleared": "device, FDA-cleared for the uses below only",
    "pma": "device, FDA-approved (PMA) for the uses below only",
    "approved_other_use": "approved or cleared, but not for most uses that clinics promote",
    "compounded": "compounded; not FDA-approved",
    "unapproved": "not FDA-approved for any use",
    "investigational": "investigational; not FDA-approved",
    "supplement": "dietary supplement; not reviewed by the FDA for effectiveness",
    "not_reviewed": "a practice that the FDA does not review",
    "mixed": "depends on the product; see the notes",
}

TABLES = {
    "fda": "FDA drug labels, indication text",
    "drugcentral": "DrugCentral, November 2016",
    "pharmacotherapydb": "PharmacotherapyDB 1.0",
    "labels": "Drugs@FDA and current labels, from knowledge and not looked up",
}


def describe(name: str, texts: Mapping[str, str]) -> str | None:
    """A page on the treatment with an id, a name, a brand or an abbreviation, and one on the drug of the table
    that bears the name; None if there is neither.

    ``texts`` are ``Program.knowledge``.
    """
    knowledge = Knowledge.load(texts)
    wanted = fold(name.replace("_", " ")).strip()
    treatment = next((one for one in _all(knowledge) if wanted in _names(one)), None)
    drug = next((one for one in drugs().values() if wanted in _drug_names(one)), None)
    pages = [_page(treatment, knowledge)] if treatment is not None else []
    pages += [_drug_page(drug, knowledge)] if drug is not None else []
    return "\n\n".join(map("\n".join, pages)) or None


def nearest(name: str, texts: Mapping[str, str]) -> str:
    """The name of a treatment or drug that an unknown one may be a slip of, or ""."""
    wanted = fold(name.replace("_", " ")).strip()
    known = [known for treatment in _all(Knowledge.load(texts)) for known in _names(treatment)]
    known += [known for drug in drugs().values() for known in _drug_names(drug)]
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=ALIKE)
    return near[0] if near else ""


class Stale(Struct, frozen=True):
    """A treatment whose facts are older than asked for, or may change soon; ``as_of`` is an ISO date."""

    id: str
    as_of: str
    volatile: bool
    confidence: str


def stale(texts: Mapping[str, str], today: str, months: int) -> tuple[Stale, ...]:
    """The treatments whose facts were last looked over more than ``months`` before ``today`` (an ISO date).

    Volatile facts and those of low confidence are due after half the time.
    """
    return tuple(
        Stale(treatment.id, treatment.as_of, treatment.volatile, treatment.confidence)
        for treatment in _all(Knowledge.load(texts))
        if _age_in_months(treatment.as_of, today) > (months if treatment.firm else months / 2)
    )


def _age_in_months(since: str, today: str) -> float:
    return (date.fromisoformat(today) - date.fromisoformat(since)).days / 30.44


def _all(knowledge: Knowledge) -> Iterator[Treatment]:
    return (knowledge.treatment(key) for key in knowledge.treatment_ids)


def _names(treatment: Treatment) -> tuple[str, ...]:
    names = (treatment.id.replace("_", " "), treatment.name, *treatment.synonyms, *treatment.brands, *treatment.abbr)
    return tuple(fold(name) for name in names)


def _drug_names(drug: Drug) -> tuple[str, ...]:
    return tuple(fold(name) for name in (drug.name, *drug.brands))


def _drug_page(drug: Drug, knowledge: Knowledge) -> Iterator[str]:
    yield drug.name
    yield from _part("Brands", [", ".join(drug.brands)])
    yield from _part("Uses that labels and data sets list", [", ".join(drug.indications)])
    conditions = sorted(knowledge.condition(key).name for key in drug.conditions)
    yield from _part("Uses that medlint lets pass", [", ".join(conditions)])
    yield from _part("Source", [TABLES[source] for source in drug.sources])
    yield from _part("Confidence", [f"a hint, not a fact; look at the current label; as of {knowledge.as_of}"])


def _page(treatment: Treatment, knowledge: Knowledge) -> Iterator[str]:
    yield f"{treatment.name} ({treatment.id})"
    yield from _part("Status", [STATUS[treatment.fda_status]])
    yield from _part("Approved for", treatment.approved_indications)
    yield from _part("On label", [_label(label.products, label.limits) for label in treatment.on_label])
    promoted = [knowledge.condition(key).name for key in treatment.off_label_conditions]
    yield from _part("Promoted without approval for", [", ".join([*promoted, *treatment.off_label_terms])])
    if treatment.boxed_warning is not None:
        yield from _part("Boxed warning", [_label(topic.products, topic.topic) for topic in treatment.boxed_warning])
    yield from _part("Key risks", [", ".join(risk.risk for risk in treatment.key_risks)])
    yield from _part("Limits of benefit", treatment.limits_of_benefit)
    yield from _part("Monitoring", treatment.monitoring)
    yield from _part("Controlled substance", _schedules(treatment))
    if treatment.rems:
        yield from _part("REMS", ["an FDA risk evaluation and mitigation strategy applies"])
    if treatment.owes_status_disclaimer:
        disclaimer = treatment.disclaimer.replace("{condition}", "[the use]").replace("{treatment}", treatment.name)
        yield from _part("Disclaimer", [disclaimer])
    else:
        yield from _part("No status line owed", [treatment.owes_reason])
    yield from _part("Notes", [treatment.notes])
    yield from _part("Source", treatment.source.split(" ; "))
    unsure = ", may change soon" if treatment.volatile else ""
    origin = "" if treatment.looked_up else ", from knowledge and not looked up"
    yield from _part("Confidence", [f"{treatment.confidence}{origin}{unsure}; as of {treatment.as_of}"])


def _label(products: Iterable[str], text: str) -> str:
    named = ", ".join(products)
    return f"{named}: {text}" if named else text


def _schedules(treatment: Treatment) -> list[str]:
    parts = []
    for part in treatment.schedule:
        form = f" ({part.form})" if part.form else ""
        since = f" since {part.since}" if part.since else ""
        parts.append(f"Schedule {part.schedule}{form}{since}")
    return [*parts, *([treatment.schedule_note] if treatment.schedule_note else [])]


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = [line for line in lines if line]
    if told:
        yield f"{title}:"
        for line in told:
            yield from textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="    ")
