"""Uses beyond a product's approval, and claims that are allowed: an approved use, what a supplement supports."""

from collections.abc import Iterator, Sequence
from functools import partial

from linter.checks.article import Article
from linter.checks.claim.forms import Form
from linter.checks.claim.judge import Claim, Strength
from linter.knowledge.labels import on_label
from linter.language.hits import of_classes

Use = tuple[str, str]
"""Names of a treatment and of what it is promoted for."""
_CALLS = frozenset({Form.IMPERATIVE, Form.PHRASE})
"""Forms that promise readers the outcome, approved use or not: *Say goodbye to migraine with Botox*."""
_OF_USE = ("effect.treat",)
"""Effects that only say what something is for; a page that sells and says more promises the outcome."""
_STATEMENT = (
    ("notice.dshea.evaluated", "notice.dshea.evaluated-like"),
    ("notice.dshea.intended", "notice.dshea.intended-like"),
)
"""Both sentences of the DSHEA statement, each verbatim or in other words."""


def uses_beyond(claim: Claim, article: Article, about: Sequence[str]) -> Iterator[Use]:
    """Yield the uses in a claim that treatments of the kinds in ``about`` are known to be promoted for unapproved.

    Uses that one of the named treatments is approved for are left out. A claim without a use yields nothing: nobody
    can tell whether a "dramatic transformation" is within a clearance.
    """
    scene, candidate, knowledge = claim.scene, claim.candidate, article.topics.knowledge
    in_sentence = dict.fromkeys(hit.term for hit in scene.of("treatment"))
    named = [knowledge.treatment(name) for name in in_sentence or article.topics.main]
    of_kind = [treatment for treatment in named if f"kind:{treatment.kind}" in about]
    if not of_kind:
        return
    near = scene.text if in_sentence else " ".join(treatment.name for treatment in named)
    phrase = partial(scene.terms.within, first=candidate.first, last=candidate.last)
    for hit in dict.fromkeys((*(hit for hit in candidate.targets if hit.owner == "condition"), *phrase("condition"))):
        condition = knowledge.condition(hit.term)
        if any(on_label(treatment, condition, near) for treatment in named):
            continue
        unapproved = (treatment for treatment in of_kind if condition.id in treatment.off_label_conditions)
        yield from ((treatment.noun, condition.noun) for treatment in unapproved)
    for hit in phrase("use"):
        words = " ".join(scene.reading.words.words[hit.first : hit.last])
        yield from ((treatment.noun, words) for treatment in of_kind if treatment.id == hit.term)


def is_on_label(claim: Claim, article: Article) -> bool:
    """Whether the sentence only states the approved use of a product that it names."""
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
    """Whether a sentence with an asterisk says what a supplement supports, and names no illness, on a page with the
    required statement for such sentences (21 CFR 101.93)."""
    scene, effect = claim.scene, claim.candidate.effect
    if scene.reading.words.words[scene.sentence.last - 1] != "*":
        return False
    if any(article.holding.keys().isdisjoint(half) for half in _STATEMENT):
        return False
    named = [hit for hit in claim.candidate.targets if hit.owner == "condition"]
    ill = any(article.topics.knowledge.condition(hit.term).kind != "state" for hit in named)
    return scene.reading.has_in(effect.first, effect.last, "notice.supports") and not ill
