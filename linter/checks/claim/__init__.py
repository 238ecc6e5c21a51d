"""Efficacy claims: a treatment is said to do good. Subject, effect, target, strength and place decide."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.claim.find import Scene, candidates
from linter.checks.claim.frames import frame_of, page_sells
from linter.checks.claim.judge import Claim, claims_of
from linter.checks.claim.panacea import find_panaceas
from linter.checks.claim.select import by_effect, select
from linter.checks.claim.terms import BlockTerms
from linter.checks.match import Match
from linter.document import Scope
from linter.language.reading import BlockReading
from linter.rules.program import Rule


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report the claims of an article; each claim has one owner among the rules, others may speak in addition."""
    for rule in rules:
        if rule.match["panacea"]:
            yield from find_panaceas(rule, article)
    claiming = [rule for rule in rules if not rule.match["panacea"]]
    ordered = sorted(claiming, key=lambda rule: (rule.match["order"] or 1000, rule.code))
    concerned: dict[str, tuple[Rule, ...]] = {}
    for claim in find_claims(article):
        owner = claim.candidate.effect.owner
        if owner not in concerned:
            concerned[owner] = by_effect(ordered, owner)
        yield from select(concerned[owner], claim, article)


def find_claims(article: Article) -> Iterator[Claim]:
    """The claims of an article in order of place; only blocks with an effect word are looked at."""
    sells = page_sells(article.readings)
    for reading in article.readings:
        if reading.block.scope is not Scope.NAVIGATION:
            yield from _claims_of_block(reading, article, sells)


def _claims_of_block(reading: BlockReading, article: Article, sells: bool) -> Iterator[Claim]:
    if not reading.of("effect"):
        return
    terms = BlockTerms(reading.families)
    clauses = article.clauses(reading)
    for previous, sentence in zip((None, *reading.sentences), reading.sentences, strict=False):
        if terms.within("effect", sentence.first, sentence.last):
            scene = Scene(reading, sentence, terms, clauses, article.program.attributes, previous)
            found = list(candidates(scene))
            if found:
                frame = frame_of(reading, article.document, article.readings)
                yield from claims_of(scene, found, article.cues(reading), frame, sells)
