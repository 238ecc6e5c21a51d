"""Whether a use is on label: an approval covers a product and a condition together.

Neither is inferred from the other: Epidiolex's approval for some seizures does not cover "CBD gummies", nor does
Spravato's cover generic ketamine.
"""

from collections.abc import Iterator, Sequence

from linter.knowledge.facts import AgeGroup, Condition, Label, Treatment
from linter.knowledge.wordings import find_wording, fold, has_any


def on_label(treatment: Treatment, condition: Condition, near: str, ages: Sequence[AgeGroup] = ()) -> Label | None:
    """Return the approval that covers a condition, judging by the nearby text (which includes the treatment's name).

    An approval without products covers every product that has no approval of its own. ``ages`` are the words for age
    groups: an approval from age 12 does not cover "children". Returns None if no approval covers the use, and always
    for a vague symptom or state (``no_label_credit``).
    """
    labels = [label for label in treatment.on_label if condition.id in label.conditions]
    if condition.no_label_credit or not labels:
        return None
    folded = fold(near)
    labeled = {product for label in treatment.on_label for product in label.products}
    named = labeled.intersection(_named(treatment, folded))
    for label in labels:
        covers = not named.isdisjoint(label.products) if label.products else not named
        if covers and _within_limits(label, folded, ages):
            return label
    return None


def products_named(treatment: Treatment, text: str) -> tuple[str, ...]:
    """Return the brands and products of a treatment that a text names; of overlapping names the longest counts."""
    return tuple(_named(treatment, fold(text)))


def _named(treatment: Treatment, folded: str) -> Iterator[str]:
    for product in treatment.products:
        kept: list[str] = []
        end = 0
        while place := find_wording(folded, product, end):
            kept += (folded[end : place[0]], " " * (place[1] - place[0]))
            end = place[1]
        if kept:
            yield product
            folded = "".join(kept) + folded[end:]


def _within_limits(label: Label, folded: str, ages: Sequence[AgeGroup]) -> bool:
    if label.needs_near and not has_any(folded, label.needs_near):
        return False
    if has_any(folded, label.not_near):
        return False
    least = label.min_age or 0
    return not any(group.up_to < least and has_any(folded, group.words) for group in ages)
