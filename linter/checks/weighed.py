"""Kind ``weighed``: sentences that no pattern makes a claim, but that a linear model scores as one.

The features ("signs") of a sentence are the lexicon classes of its words, its heading, its place and the page. Each
sign (the name of a class, or ``<what>:<which>``) has a weight in the rule, and their sum is the log-odds of a claim
(logistic regression). ``python -m bench.weights`` learns the weights from labeled pages of our own.
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
"""Strengths of claims that other rules judge, whether they report them or accept them as approved uses."""
_AT_HAND = 3
"""Maximum words from a negation to an effect that it surely denies."""
BIAS = "bias"
"""The name of the bias among the weights."""
_MAX_CLUES = 4
"""Classes shown as evidence: those with the highest weights."""
_MAX_DENSITY = 0.03
"""Claims per word at which the density of a page saturates."""

Sign = tuple[str, float]
"""The name of a sign and its value: 1 for presence."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report each sentence whose score reaches the rule's threshold."""
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
                continue  # a page may praise other options
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
    """Return the maximum that signs other than words can add: the best of each sort."""
    best: dict[str, float] = {}
    for name, value in weights.items():
        what, _, which = name.partition(":")
        if which:
            best[what] = max(value, best.get(what, 0.0))
    return sum(best.values())


def _unasserted(reading: BlockReading, article: Article) -> Iterator[tuple[Sentence, Sequence[Claim]]]:
    """Yield the sentences of a block that may claim but neither assert a claim nor ask, with the claims in them."""
    found = claims_by_sentence(article)
    for sentence in reading.sentences:
        claims = found.get((reading.block.index, sentence.first), ())
        if (
            reading.has_in(sentence.first, sentence.last, *CLAIMING)
            and not reading.asks(sentence)
            and all(claim.strength not in ASSERTED for claim in claims)
        ):
            yield sentence, claims


def _is_denied(reading: BlockReading, sentence: Sentence, article: Article) -> bool:
    """Whether a sentence denies all effects that it names ("it will not lift your skin"), and is not about the reader
    ("you will not wake up in pain")."""
    effects = [hit for name in CLAIMING for hit in reading.hits_in(name, sentence.first, sentence.last)]
    cues = [cue for cue in article.cues_near(reading, sentence.first, sentence.last) if cue.name == "negation.plain"]
    if not cues or reading.has_in(sentence.first, cues[0].first, "subject.person"):
        return False
    return all(
        any(cue.governs(hit.first, hit.last) and hit.first - cue.last < _AT_HAND for cue in cues) for hit in effects
    )


@once
def claims_by_sentence(article: Article) -> Mapping[tuple[int, int], Sequence[Claim]]:
    """Return the claims of an article by block index and first word of the sentence."""
    found: dict[tuple[int, int], list[Claim]] = {}
    for claim in find_claims(article):
        found.setdefault((claim.scene.reading.block.index, claim.scene.sentence.first), []).append(claim)
    return found


def _weight(weights: Mapping[str, float], signs: Sequence[Sign]) -> float:
    """Return the weighted sum of some signs; a sign without a weight counts 0."""
    return sum(weights.get(name, 0.0) * value for name, value in signs)


def word_signs(reading: BlockReading, sentence: Sentence, classes: Iterable[str]) -> list[Sign]:
    """Return, of some lexicon classes in the block, those that have a hit in the sentence."""
    if len(reading.sentences) == 1:
        return [(name, 1.0) for name in classes]
    return [(name, 1.0) for name in classes if reading.has_in(sentence.first, sentence.last, name)]


def page_signs(article: Article) -> list[Sign]:
    """Return the signs of the page: its purpose, and the density of its claims."""
    asserted = sum(claim.strength in ASSERTING for claim in find_claims(article))
    density = asserted / max(1, article.length)
    return [
        (f"purpose:{purpose_of(article.readings, asserted)}", 1.0),
        ("page:density", min(1.0, density / _MAX_DENSITY)),
    ]


def claim_signs(claims: Iterable[Claim]) -> list[Sign]:
    """Return the signs of the claims in a sentence: their strengths, forms and subjects."""
    signs = set[str]()
    for claim in claims:
        signs |= {f"claim:{claim.strength}", f"form:{claim.candidate.form}", f"subject:{claim.subject.role}"}
    return [(sign, 1.0) for sign in sorted(signs)]


def place_signs(reading: BlockReading, article: Article) -> list[Sign]:
    """Return the signs of a block: its frame and its scope."""
    return [(f"frame:{frame_of(reading, article).kind or 'none'}", 1.0), (f"scope:{reading.block.scope}", 1.0)]


def _match(rule: Rule, reading: BlockReading, sentence: Sentence, classes: Sequence[Sign]) -> Match:
    weights = rule.match["weights"]
    heaviest = sorted((name for name, _ in classes if weights[name] > 0), key=lambda name: -weights[name])[:_MAX_CLUES]
    hits = dict.fromkeys(reading.hits_in(name, sentence.first, sentence.last)[0] for name in heaviest)
    clues = [Clue(hit.owner, *reading.place(hit.first, hit.last)) for hit in hits]
    return Match(rule, reading.block, sentence.start, sentence.end, tuple(clues))
