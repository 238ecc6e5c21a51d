"""Kind ``weighed``: sentences that no wording makes a claim, but that weigh like one.

What is known of a sentence speaks for a claim or against it: the lexicon classes of its words, its heading, its place,
the page. Each such sign (a class by its name, or ``<what>:<which>``) has a weight in the rule, and their sum is the
log-odds of a claim (logistic regression). The weights are learnt from labelled pages of our own: ``python -m
bench.weights``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from linter.checks.article import Article, once
from linter.checks.claim import ASSERTING, CLAIMING, find_claims
from linter.checks.claim.frames import Kind, frame_of
from linter.checks.claim.judge import Claim, Strength
from linter.checks.match import Clue, Match
from linter.document import Scope
from linter.knowledge.promotion import purpose_of
from linter.language.reading import BlockReading, Sentence
from linter.rules.program import Rule

ASSERTED = frozenset({*ASSERTING, Strength.ADOPTED})
"""Strengths of claims that other rules judge, whether they report them or, as an approved use, do not."""
_AT_HAND = 3
"""Words from a negation to an effect that it denies for sure."""
BIAS = "bias"
"""What a sentence weighs without any sign."""
SHOWN = 4
"""Classes that are shown as evidence: those that weigh most."""
DENSEST = 0.03
"""Claims a word from which a page counts as full of them."""

Sign = tuple[str, float]
"""The name of a sign, and its strength: 1 for what is there."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report each sentence that weighs as much as a rule asks for."""
    gains = article.program.once(tuple(rules), "gains", _gains)
    for rule, gain in zip(rules, gains, strict=True):
        weights = rule.match["weights"]
        least = log(rule.match["at"] / (1 - rule.match["at"]))
        page = weights[BIAS] + _weight(weights, page_signs(article))
        for reading in article.readings:
            if reading.block.scope is Scope.NAVIGATION or not reading.has(CLAIMING):
                continue
            known = [name for name in reading.families if name in weights]
            if page + gain + sum(weights[name] for name in known if weights[name] > 0) < least:
                continue  # most blocks
            if frame_of(reading, article).kind is Kind.OTHERS:
                continue  # what else there is may do good
            for sentence, claims in _unasserted(reading, article):
                words = word_signs(reading, sentence, known)
                total = page + _weight(weights, words) + _weight(weights, claim_signs(claims))
                if total + gain < least or _is_denied(reading, sentence, article):
                    continue
                if total + _weight(weights, place_signs(reading, article)) >= least:
                    yield _match(rule, reading, sentence, words)


def _gains(rules: Sequence[Rule]) -> list[float]:
    return [_most_beside_words(rule.match["weights"]) for rule in rules]


def _most_beside_words(weights: Mapping[str, float]) -> float:
    """The most that signs other than words can add: the best of each sort."""
    best: dict[str, float] = {}
    for name, value in weights.items():
        what, _, which = name.partition(":")
        if which:
            best[what] = max(value, best.get(what, 0.0))
    return sum(best.values())


def _unasserted(reading: BlockReading, article: Article) -> Iterator[tuple[Sentence, Sequence[Claim]]]:
    """The sentences of a block that may claim and neither do so plainly nor ask, with the claims in them."""
    found = claims_by_sentence(article)
    for sentence in reading.sentences:
        claims = found.get((reading.block.index, sentence.first), ())
        if (
            reading.among(sentence.first, sentence.last, *CLAIMING)
            and not reading.asks(sentence)
            and all(claim.strength not in ASSERTED for claim in claims)
        ):
            yield sentence, claims


def _is_denied(reading: BlockReading, sentence: Sentence, article: Article) -> bool:
    """Whether a sentence denies each effect that it speaks of ("it will not lift your skin"), and not a trouble of the
    reader ("you will not wake up in pain")."""
    effects = [hit for name in CLAIMING for hit in reading.between(name, sentence.first, sentence.last)]
    cues = [cue for cue in article.cues_near(reading, sentence.first, sentence.last) if cue.name == "negation.plain"]
    if not cues or reading.among(sentence.first, cues[0].first, "subject.person"):
        return False
    return all(
        any(cue.governs(hit.first, hit.last) and hit.first - cue.last < _AT_HAND for cue in cues) for hit in effects
    )


@once
def claims_by_sentence(article: Article) -> Mapping[tuple[int, int], Sequence[Claim]]:
    """The claims of an article by block index and the first word of their sentence."""
    found: dict[tuple[int, int], list[Claim]] = {}
    for claim in find_claims(article):
        found.setdefault((claim.scene.reading.block.index, claim.scene.sentence.first), []).append(claim)
    return found


def _weight(weights: Mapping[str, float], signs: Sequence[Sign]) -> float:
    """What some signs weigh together; one without a weight says nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in signs)


def word_signs(reading: BlockReading, sentence: Sentence, classes: Iterable[str]) -> list[Sign]:
    """Those of some lexicon classes of the block that a word of the sentence belongs to."""
    if len(reading.sentences) == 1:
        return [(name, 1.0) for name in classes]
    return [(name, 1.0) for name in classes if reading.among(sentence.first, sentence.last, name)]


def page_signs(article: Article) -> list[Sign]:
    """What the page is for, and how densely it claims."""
    asserted = sum(claim.strength in ASSERTING for claim in find_claims(article))
    words = article.length
    density = asserted / max(1, words)
    return [(f"purpose:{purpose_of(article.readings, asserted)}", 1.0), ("page:density", min(1.0, density / DENSEST))]


def claim_signs(claims: Iterable[Claim]) -> list[Sign]:
    """How strongly the claims that were found in the sentence assert, their forms, and what they are said of."""
    signs = set[str]()
    for claim in claims:
        signs |= {f"claim:{claim.strength}", f"form:{claim.candidate.form}", f"subject:{claim.subject.role}"}
    return [(sign, 1.0) for sign in sorted(signs)]


def place_signs(reading: BlockReading, article: Article) -> list[Sign]:
    """What frames the block, and what sort of block it is."""
    return [(f"frame:{frame_of(reading, article).kind or 'none'}", 1.0), (f"scope:{reading.block.scope}", 1.0)]


def _match(rule: Rule, reading: BlockReading, sentence: Sentence, classes: Sequence[Sign]) -> Match:
    weights = rule.match["weights"]
    heaviest = sorted((name for name, _ in classes if weights[name] > 0), key=lambda name: -weights[name])[:SHOWN]
    hits = dict.fromkeys(reading.between(name, sentence.first, sentence.last)[0] for name in heaviest)
    clues = [Clue(hit.owner, *reading.place(hit.first, hit.last)) for hit in hits]
    return Match(rule, reading.block, sentence.start, sentence.end, tuple(clues))
