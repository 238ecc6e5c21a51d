"""Describe a treatment."""

from collections.abc import Iterator

from linter.knowledge.base import Knowledge
from linter.knowledge.describe.layout import label, part
from linter.knowledge.facts import Treatment, status_line

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


def treatment_page(treatment: Treatment, knowledge: Knowledge) -> Iterator[str]:
    """Yield the lines of a treatment's page: status, uses, risks, required disclaimer, sources, confidence."""
    yield f"{treatment.name} ({treatment.id})"
    yield from part("Status", [STATUS[treatment.fda_status]])
    yield from part("Approved for", treatment.approved_indications)
    yield from part("On label", [label(approval.products, approval.limits) for approval in treatment.on_label])
    promoted = [knowledge.condition(key).name for key in treatment.off_label_conditions]
    yield from part("Promoted without approval for", [", ".join([*promoted, *treatment.off_label_terms])])
    if treatment.boxed_warning is not None:
        yield from part("Boxed warning", [label(topic.products, topic.topic) for topic in treatment.boxed_warning])
    yield from part("Key risks", [", ".join(risk.risk for risk in treatment.key_risks)])
    yield from part("Limits of benefit", treatment.limits_of_benefit)
    yield from part("Monitoring", treatment.monitoring)
    yield from part("Controlled substance", _schedules(treatment))
    if treatment.rems:
        yield from part("REMS", ["an FDA risk evaluation and mitigation strategy applies"])
    if treatment.owes_status_disclaimer:
        yield from part("Disclaimer", [status_line(treatment.disclaimer, treatment.name, "[the use]")])
    else:
        yield from part("No status notice required", [treatment.owes_reason])
    yield from part("Notes", [treatment.notes])
    yield from part("Source", treatment.source.split(" ; "))
    unsure = ", may change soon" if treatment.volatile else ""
    origin = "" if treatment.looked_up else ", from memory, not looked up"
    yield from part("Confidence", [f"{treatment.confidence}{origin}{unsure}; as of {treatment.as_of}"])


def _schedules(treatment: Treatment) -> list[str]:
    lines = []
    for entry in treatment.schedule:
        form = f" ({entry.form})" if entry.form else ""
        since = f" since {entry.since}" if entry.since else ""
        lines.append(f"Schedule {entry.schedule}{form}{since}")
    return [*lines, *([treatment.schedule_note] if treatment.schedule_note else [])]
