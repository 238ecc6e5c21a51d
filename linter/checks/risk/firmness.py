"""Findings that rest on facts which are not sure: one level lower, and they say so."""

from linter.knowledge.facts import Treatment
from linter.rules.program import Rule
from linter.violation import Severity

UNSURE = " medlint's facts on {treatment} are not sure: check them."


def lowered(rule: Rule, treatment: Treatment | None) -> Severity | None:
    """The severity of a finding on a treatment whose facts are not sure; None keeps the rule's own.

    Facts that may change soon (``volatile``) are sure as of their date and keep it.
    """
    return rule.severity.raised(-1) if treatment is not None and treatment.confidence == "low" else None


def told_as_unsure(message: str, treatment: Treatment | None) -> str:
    """The message, with a warning where the facts on the treatment are not sure."""
    return message + UNSURE if treatment is not None and treatment.confidence == "low" else message
