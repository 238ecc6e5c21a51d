"""A draft of a risk section for a treatment, for the writer to fill in."""

from collections.abc import Sequence

from linter.checks.article import Article
from linter.checks.risk.known import boxed_topics
from linter.knowledge.facts import Treatment

MOST = 8


def scaffold(treatment: Treatment, missing: Sequence[str] | None, article: Article) -> str:
    """One line of Markdown-free text: the missing risks (all, where None), boxed ones first."""
    boxed = [topic.topic for topic in boxed_topics(treatment, article)]
    every = [*boxed, *(risk.risk for risk in treatment.key_risks)]
    listed = [name for name in every if missing is None or name in missing]
    name = treatment.name.partition(" (")[0]
    parts = []
    first = [risk for risk in listed if risk in boxed]
    rest = [risk for risk in listed if risk not in boxed][:MOST]
    if first:
        parts.append(f"The FDA requires a boxed warning: {', '.join(first)}.")
    if rest:
        parts.append(f"{name} can cause: {', '.join(rest)}.")
    parts.append("Do not have it if … (complete this). Call 911 in an emergency.")
    return f"Risks and side effects of {name}: {' '.join(parts)}"
