"""The terms of treatments, conditions and drugs, for the index that finds all terms in one pass."""

from collections.abc import Iterable, Iterator

from linter.knowledge.compile import Entry, full_terms, term_key
from linter.knowledge.facts import Drug
from linter.knowledge.schema.conditions import ConditionFile
from linter.knowledge.schema.treatments import TreatmentFile
from linter.language.index.patterns import literal
from linter.language.inflection import with_plural


def knowledge_terms(
    treatments: TreatmentFile, conditions: ConditionFile, drugs: Iterable[Drug]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield every ``(class, id, phrase pattern, exact spelling or "")``.

    Classes: ``treatment`` and ``condition``; ``use`` (other uses that the treatment ``id`` is promoted for); ``mask``
    (wordings that contain a condition's term but do not mean it); ``frame.risk`` and ``frame.exclusion`` (wordings
    that open a sentence about risks or contraindications, with the suffix ``.loose`` if they open many others too);
    ``drug`` (prescription drugs in general, see :mod:`linter.knowledge.indications`).
    """
    for treatment in treatments.treatments:
        yield from entry_terms("treatment", treatment)
        for term in treatment.off_label_terms:
            yield from (("use", treatment.id, literal(form), "") for form in with_plural(term))
    for condition in conditions.conditions:
        yield from entry_terms("condition", condition)
        yield from (("mask", condition.id, literal(term), "") for term in condition.masks)
    for drug in drugs:
        yield from (("drug", drug.name, literal(name), "") for name in (drug.name, *drug.brands))
    for owner, frames in (("frame.risk", treatments.risk_frames), ("frame.exclusion", treatments.exclusion_frames)):
        for frame in frames:
            yield owner + (".loose" if frame in treatments.loose_frames else ""), frame, frame, ""


def entry_terms(owner: str, entry: Entry) -> Iterator[tuple[str, str, str, str]]:
    """Yield the terms of one treatment or condition, in singular and plural, without duplicates."""
    exact = {guard.term for guard in entry.terms_need_context if guard.case_sensitive}
    full = full_terms(entry)
    yielded = set()
    for term in [*full, *entry.abbr]:
        spelled = term in exact or (term in entry.abbr and term not in full)
        for form in with_plural(term):
            key = (form if spelled else term_key(form), spelled)
            if key not in yielded:
                yielded.add(key)
                yield owner, entry.id, literal(form), form if spelled else ""
