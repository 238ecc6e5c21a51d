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
    draft = article.topics.knowledge.risk_draft
    told = [risk for risk in listed if risk not in boxed][:MOST]
    harms = list(dict.fromkeys(draft["phrases"].get(risk, risk) for risk in told if risk not in draft["sentences"]))
    topics = [risk for risk in listed if risk in boxed]
    sentences = (
        draft["opening"].format(treatment=name),
        draft["boxed"].format(risks=", ".join(topics)) if topics else "",
        draft["others"].format(treatment=name, risks=_series(harms)) if harms else "",
        *(draft["sentences"][risk] for risk in told if risk in draft["sentences"]),
        draft["closing"],
    )
    return " ".join(filter(None, sentences))


def _series(items: Sequence[str]) -> str:
    """Items as a sentence lists them: ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))
