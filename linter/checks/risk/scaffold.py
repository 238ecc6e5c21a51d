"""A draft of a risk section for a treatment, for the writer to fill in."""

from collections.abc import Sequence

from linter.checks.article import Article
from linter.checks.disclosure.naming import series
from linter.checks.risk.known import boxed_topics
from linter.knowledge.facts import Treatment

MOST = 8


def scaffold(treatment: Treatment, missing: Sequence[str] | None, article: Article) -> str:
    """One line of Markdown-free text: the missing risks (all, where None), boxed ones first.

    The treatment goes by the name that the article gives it, unless that is a place (*drip bar*), which harms nobody.
    """
    boxed = [topic.topic for topic in boxed_topics(treatment, article)]
    every = [*boxed, *(risk.risk for risk in treatment.key_risks)]
    listed = [name for name in every if missing is None or name in missing]
    called = next(
        (topic.called for topic in article.topics.treatments if topic.id == treatment.id), treatment.short_name
    )
    name = treatment.short_name if article.read_text(called).of("staff.unnamed") else called
    draft = article.topics.knowledge.risk_draft
    told = [risk for risk in listed if risk not in boxed][:MOST]
    phrases, alone = draft["phrases"], draft["sentences"]
    harms = list(dict.fromkeys(phrases.get(risk, risk) for risk in told if risk not in alone))
    topics = [risk for risk in listed if risk in boxed]
    sentences = (
        draft["opening"].format(treatment=name),
        draft["boxed"].format(risks=", ".join(topics)) if topics else "",
        draft["others"].format(treatment=name[:1].upper() + name[1:], risks=series(harms, "and")) if harms else "",
        *(alone[risk] for risk in [*topics, *told] if risk in alone),
        draft["closing"],
    )
    return " ".join(filter(None, sentences))
