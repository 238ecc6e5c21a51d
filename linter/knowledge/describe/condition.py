"""A page on a condition: what is approved for it, and what is promoted for it without approval."""

from collections.abc import Iterator

from linter.knowledge.base import Knowledge
from linter.knowledge.describe.layout import label, part
from linter.knowledge.facts import Condition, Treatment


def condition_page(condition: Condition, knowledge: Knowledge) -> Iterator[str]:
    """Its names, what has a label for it, and what is promoted for it without, a line each."""
    treatments = [knowledge.treatment(key) for key in knowledge.treatment_ids]
    yield f"{condition.name} ({condition.id})"
    yield from part("Other names", [", ".join([*condition.terms, *condition.abbr])])
    if condition.no_label_credit:
        yield from part("Approval", ["too loose a word for one: no label covers it"])
    yield from part(
        "On label",
        (
            label(one.products or [treatment.name], f"{one.limits} ({one.verb or treatment.verb})")
            for treatment in treatments
            for one in treatment.on_label
            if condition.id in one.conditions
        ),
    )
    listed = [name for name in knowledge.drug_names if condition.id in knowledge.drug(name).conditions]
    yield from part("Drugs whose labels or data sets list it, to be looked up", [", ".join(listed)])
    promoted = [
        _promoted(treatment, condition) for treatment in treatments if condition.id in treatment.off_label_conditions
    ]
    yield from part("Promoted for it without approval", ["; ".join(promoted)])


def _promoted(treatment: Treatment, condition: Condition) -> str:
    """The name of a treatment; where some of its products have a label for the condition, others are meant."""
    labelled = any(condition.id in one.conditions for one in treatment.on_label)
    return f"{treatment.name} (in other products, doses or people)" if labelled else treatment.name
