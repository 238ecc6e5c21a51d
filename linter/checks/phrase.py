"""Kind ``phrase``: wordings that must not stand in an article, with guards for those that may."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.guards import Found, stands
from linter.checks.match import Match
from linter.language.reading import BlockReading
from linter.language.terms import Hit
from linter.rules.program import Rule


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report each hit of each rule's phrases that no guard takes back."""
    by_owner = {rule.owner: rule for rule in rules}
    for reading in article.readings:
        for owner in by_owner.keys() & reading.hits.keys():
            rule = by_owner[owner]
            for hit in reading.hits[owner]:
                if stands(rule, Found(reading, hit.first, hit.last, hit.term), article):
                    yield _match(rule, reading, hit)


def _match(rule: Rule, reading: BlockReading, hit: Hit) -> Match:
    start, end = reading.start(hit.first), reading.end(hit.last)
    replacement = rule.match["swap"].get(hit.term)
    if replacement is not None and reading.text[start].isupper():
        replacement = replacement[:1].upper() + replacement[1:]
    return Match(rule, reading.block, start, end, replacement=replacement, safe=replacement is not None)
