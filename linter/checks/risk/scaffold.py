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
    told = {
        "boxed": [risk for risk in listed if risk in boxed],
        "others": [risk for risk in listed if risk not in boxed][:MOST],
    }
    named = (draft[part].format(treatment=name, risks=", ".join(risks)) for part, risks in told.items() if risks)
    return " ".join((draft["opening"].format(treatment=name), *named, draft["closing"]))
