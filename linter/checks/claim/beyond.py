"""Uses that a claim promotes a treatment for, and that none of its approvals covers."""

from collections.abc import Iterator, Sequence
from functools import partial

from linter.checks.article import Article
from linter.checks.claim.judge import Claim
from linter.knowledge.labels import on_label

Use = tuple[str, str]
"""A treatment and what it is promoted for, each by its name."""


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
