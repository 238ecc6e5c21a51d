"""What a claim may say of a product (its approved use, what a supplement supports), and uses that nothing covers."""

from collections.abc import Iterator, Sequence
from functools import partial

from linter.checks.article import Article
from linter.checks.claim.forms import Form
from linter.checks.claim.judge import Claim, Strength
from linter.knowledge.labels import on_label
from linter.language.hits import of_classes

Use = tuple[str, str]
"""A treatment and what it is promoted for, each by its name."""
_CALLS = frozenset({Form.IMPERATIVE, Form.PHRASE})
"""Who calls on readers promises them the outcome, approved use or not: *Say goodbye to migraine with Botox*."""
_OF_USE = ("effect.treat",)
"""What says no more than what something is for; a page that sells and says more promises the outcome."""
_STATEMENT = (
    ("notice.dshea.evaluated", "notice.dshea.evaluated-like"),
    ("notice.dshea.intended", "notice.dshea.intended-like"),
)
"""Both sentences of the statement on supplements, each as it is set or in other words."""


def uses_beyond(claim: Claim, article: Article, about: Sequence[str]) -> Iterator[Use]:
    """The uses in a claim that treatments of the kinds ``about`` names are known to be promoted for without approval.

    A use that one of the treatments named is approved for is none. What names no use is none either: whether a
    "dramatic transformation" lies within a clearance nobody can tell.
    """
    scene, candidate, knowledge = claim.scene, claim.candidate, article.topics.knowledge
    spoken = dict.fromkeys(hit.term for hit in scene.of("treatment"))
    named = [knowledge.treatment(name) for name in spoken or article.topics.main]
    sought = [one for one in named if f"kind:{one.kind}" in about]
    if not sought:
        return
    near = scene.text if spoken else " ".join(one.name for one in named)
    phrase = partial(scene.terms.within, first=candidate.first, last=candidate.last)
    for hit in dict.fromkeys((*(hit for hit in candidate.targets if hit.owner == "condition"), *phrase("condition"))):
        condition = knowledge.condition(hit.term)
        if any(on_label(one, condition, near) for one in named):
            continue
        yield from ((one.short_name, condition.name) for one in sought if condition.id in one.off_label_conditions)
    for hit in phrase("use"):
        words = " ".join(scene.reading.words.words[hit.first : hit.last])
        yield from ((one.short_name, words) for one in sought if one.id == hit.term)


def is_on_label(claim: Claim, article: Article) -> bool:
    """Whether the sentence only tells that a product that it names is for its approved use."""
    scene, owner = claim.scene, claim.candidate.effect.owner
    if claim.candidate.form in _CALLS or (article.topics.promotional and not of_classes(owner, _OF_USE)):
        return False
    if claim.strength is Strength.ABSOLUTE or scene.attributes[owner].get("beyond_label"):
        return False
    treatments, near = scene.of("treatment"), scene.text
    if not treatments and claim.subject.hit is not None and claim.subject.hit.owner == "treatment":
        treatments, near = [claim.subject.hit], scene.reading.text[: scene.sentence.end]  # "It eases hot flashes."
    conditions = [hit for hit in claim.candidate.targets if hit.owner == "condition"]
    if not treatments or not conditions:
        return False
    knowledge = article.topics.knowledge
    return all(
        any(
            on_label(knowledge.treatment(treatment.term), knowledge.condition(condition.term), near)
            for treatment in treatments
        )
        for condition in conditions
    )


def is_starred(claim: Claim, article: Article) -> bool:
    """Whether a sentence with an asterisk says what a supplement supports, short of an illness, on a page that has the
    statement for such sentences (21 CFR 101.93)."""
    scene, effect = claim.scene, claim.candidate.effect
    if scene.reading.words.words[scene.sentence.last - 1] != "*":
        return False
    if any(article.holding.keys().isdisjoint(half) for half in _STATEMENT):
        return False
    named = [hit for hit in claim.candidate.targets if hit.owner == "condition"]
    ill = any(article.topics.knowledge.condition(hit.term).kind != "state" for hit in named)
    return scene.reading.among(effect.first, effect.last, "notice.supports") and not ill
