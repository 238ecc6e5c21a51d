"""One treatment for everything: a sentence that offers a treatment for many conditions of several kinds."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.claim.block_terms import BlockTerms
from linter.checks.match import Clue, Match
from linter.knowledge.labels import on_label
from linter.language.hits import Hit
from linter.language.inflection import is_regular_past
from linter.language.reading import BlockReading, Sentence
from linter.language.scope import cues_within
from linter.rules.program import Rule

_SILENCING = frozenset({"risk", "negation", "question"})
"""Kinds of cue that never reach beyond their sentence."""
_PRODUCTS = frozenset({"subject.treatment", "subject.ozone", "subject.supplement"})


def find_panaceas(rule: Rule, article: Article) -> Iterator[Match]:
    """Report each sentence that offers a treatment for too many conditions; approved uses of it do not count."""
    limits = rule.match["panacea"]
    for reading in article.readings:
        if len(reading.of("condition")) < limits["conditions"]:
            continue
        terms = BlockTerms(reading.families)
        for sentence in reading.sentences:
            offered = _offered(reading, terms, sentence, article)
            groups = {article.topics.knowledge.condition(hit.term).group for hit in offered}
            if len({hit.term for hit in offered}) >= limits["conditions"] and len(groups) >= limits["groups"]:
                yield _match(rule, reading, offered, len(groups))


def _offered(reading: BlockReading, terms: BlockTerms, sentence: Sentence, article: Article) -> Sequence[Hit]:
    """The conditions that a sentence with a treatment and an effect word names."""
    parts = {part: terms.within(part, sentence.first, sentence.last) for part in ("condition", "treatment", "effect")}
    products = [hit for hit in terms.within("subject", sentence.first, sentence.last) if hit.owner in _PRODUCTS]
    words = reading.words.words
    claiming = [
        hit for hit in parts["effect"] if hit.owner != "effect.treat" or not is_regular_past(words[hit.first])
    ]  # ``commonly treated with acupuncture`` lists what patients come for
    if not claiming or not (parts["treatment"] or products):
        return ()
    cues = cues_within(article.cues(reading), sentence.first, sentence.last)
    silenced = [cue for cue in cues if cue.kind in _SILENCING]
    knowledge = article.topics.knowledge
    treatments = [knowledge.treatment(hit.term) for hit in parts["treatment"]]
    text = reading.text[sentence.start : sentence.end]
    return [
        hit
        for hit in parts["condition"]
        if not any(cue.governs(hit.first, hit.last) for cue in silenced)
        and not any(on_label(treatment, knowledge.condition(hit.term), text) for treatment in treatments)
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
