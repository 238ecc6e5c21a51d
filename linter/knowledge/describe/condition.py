"""Describe a condition: what is approved for it, and what is promoted for it without approval."""

from collections.abc import Iterator

from linter.knowledge.base import Knowledge
from linter.knowledge.describe.layout import label, part
from linter.knowledge.facts import Condition, Treatment


def condition_page(condition: Condition, knowledge: Knowledge) -> Iterator[str]:
    """Yield the lines of a condition's page: names, approved treatments, treatments promoted without approval."""
    treatments = [knowledge.treatment(key) for key in knowledge.treatment_ids]
    yield f"{condition.name} ({condition.id})"
    yield from part("Other names", [", ".join([*condition.terms, *condition.abbr])])
    if condition.no_label_credit:
        yield from part("Approval", ["too vague a term to be approved for: no label covers it"])
    yield from part(
        "On label",
        (
            label(approval.products or [treatment.name], f"{approval.limits} ({approval.verb or treatment.verb})")
            for treatment in treatments
            for approval in treatment.on_label
            if condition.id in approval.conditions
        ),
    )
    listed = [name for name in knowledge.drug_names if condition.id in knowledge.drug(name).conditions]
    yield from part("Drugs whose labels or data sets list it (to be verified)", [", ".join(listed)])
    promoted = [
        _promoted(treatment, condition) for treatment in treatments if condition.id in treatment.off_label_conditions
    ]
    yield from part("Promoted for it without approval", ["; ".join(promoted)])


def _promoted(treatment: Treatment, condition: Condition) -> str:
    """Return a treatment's name, qualified if some of its products are approved for the condition."""
    approved = any(condition.id in approval.conditions for approval in treatment.on_label)
    return f"{treatment.name} (in other products, doses or people)" if approved else treatment.name
