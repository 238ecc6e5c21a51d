"""Find facts about treatments that are due for review."""

from datetime import date

from linter.knowledge.base import Knowledge
from linter.value import Struct


class Stale(Struct, frozen=True):
    """A treatment whose facts are due for review; ``as_of`` is the ISO date of the last one."""

    id: str
    as_of: str
    volatile: bool
    confidence: str


def stale(knowledge: Knowledge, today: str, months: int) -> tuple[Stale, ...]:
    """Return the treatments whose facts were last reviewed more than ``months`` before ``today`` (an ISO date).

    Volatile facts and those of low confidence are due after half that time.
    """
    return tuple(
        Stale(treatment.id, treatment.as_of, treatment.volatile, treatment.confidence)
        for treatment in map(knowledge.treatment, knowledge.treatment_ids)
        if _age_in_months(treatment.as_of, today) > (months if treatment.firm else months / 2)
    )


def _age_in_months(since: str, today: str) -> float:
    return (date.fromisoformat(today) - date.fromisoformat(since)).days / 30.44
