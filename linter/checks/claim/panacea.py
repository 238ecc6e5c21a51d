"""One treatment for everything: a block that offers a treatment for many conditions of several kinds."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.claim.terms import block_terms
from linter.checks.match import Clue, Match
from linter.knowledge.labels import on_label
from linter.language.reading import BlockReading
from linter.language.terms import Hit
from linter.rules.program import Rule


def find_panaceas(rule: Rule, article: Article) -> Iterator[Match]:
    """Report each block that links a treatment with too many conditions; approved uses of the product do not count."""
    limits = rule.match["panacea"]
    for reading in article.readings:
        offered = _offered(reading, article)
        groups = {article.topics.knowledge.condition(hit.term).group for hit in offered}
        if len({hit.term for hit in offered}) >= limits["conditions"] and len(groups) >= limits["groups"]:
            yield _match(rule, reading, offered, len(groups))


def _offered(reading: BlockReading, article: Article) -> Sequence[Hit]:
    conditions = reading.hits.get("condition", ())
    if len(conditions) < 2 or not (reading.of("treatment", "subject.treatment")):
        return ()
    terms = block_terms(reading)
    verbs = [*terms.parts.get("effect", ()), *(hit for hit in reading.of("offer"))]
    if not verbs:
        return ()
    silenced = [cue for cue in article.cues(reading) if cue.kind in ("risk", "negation", "question")]
    knowledge = article.topics.knowledge
    treatments = [knowledge.treatment(hit.term) for hit in reading.hits.get("treatment", ())]
    return [
        hit
        for hit in conditions
        if not any(cue.governs(hit.first, hit.last) for cue in silenced)
        and not any(on_label(treatment, knowledge.condition(hit.term), reading.text) for treatment in treatments)
    ]


def _match(rule: Rule, reading: BlockReading, offered: Sequence[Hit], groups: int) -> Match:
    clues = tuple(Clue("condition", reading.block, reading.start(hit.first), reading.end(hit.last)) for hit in offered)
    return Match(
        rule=rule,
        block=reading.block,
        start=clues[0].start,
        end=clues[-1].end,
        clues=clues,
        values={"count": str(len({hit.term for hit in offered})), "groups": str(groups)},
    )
