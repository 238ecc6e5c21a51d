"""Kind ``requires``: when an article does one thing, it must say another, wherever in the article."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.match import Match
from linter.checks.metadata import about_treatment
from linter.checks.readability import anchor, whole
from linter.document import Scope
from linter.language.reading import BlockReading
from linter.language.terms import Hit
from linter.rules.program import Rule
from linter.violation import Severity


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report what the article owes and does not say: at what asks for it, else at the title."""
    for rule in rules:
        if not _concerned(rule, article) or _found(rule.match["must"], article):
            continue
        if not rule.match["when"]:
            place = anchor(article)
            if place is not None:
                yield whole(rule, place)
            continue
        asking = _found(rule.match["when"], article)
        if asking:
            reading, hit = asking[0]
            severity = Severity.INFO if all(_mild(rule, *one) for one in asking) else None
            yield Match(rule, reading.block, reading.start(hit.first), reading.end(hit.last), severity=severity)


def _concerned(rule: Rule, article: Article) -> bool:
    about = rule.match["about"]
    if about == "treatment":
        return about_treatment(article)
    return about == "any" or any(reading.of("treatment") for reading in article.readings)


def _found(owners: Sequence[str], article: Article) -> list[tuple[BlockReading, Hit]]:
    """Where one of some phrases stands; menus say nothing."""
    return [
        (reading, hit)
        for reading in article.readings
        if reading.block.scope is not Scope.NAVIGATION
        for hit in reading.of(*owners)
    ]


def _mild(rule: Rule, reading: BlockReading, hit: Hit) -> bool:
    sentence = reading.sentence_at(hit.first)
    return any(sentence.first <= other.first < sentence.last for other in reading.of(*rule.match["mild"]))
