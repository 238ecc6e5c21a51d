"""Kind ``phrase``: wordings that must not stand in an article, with guards for those that may."""

from collections.abc import Iterator, Mapping, Sequence

from linter.checks.article import Article
from linter.checks.guards import Found, stands
from linter.checks.match import Match
from linter.language.reading import BlockReading
from linter.language.terms import Hit
from linter.rules.program import Rule


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report each hit of each rule's phrases that no guard takes back."""
    by_owner: dict[str, list[Rule]] = {}
    for rule in rules:
        for owner in rule.match["any"]:
            by_owner.setdefault(owner, []).append(rule)
    for reading in article.readings:
        for owner, hits in reading.hits.items():
            for rule in _rules_of(owner, by_owner):
                for hit in hits:
                    if stands(rule, Found(reading, hit.first, hit.last), article):
                        yield _match(rule, reading, hit)


def _rules_of(owner: str, by_owner: Mapping[str, Sequence[Rule]]) -> Iterator[Rule]:
    """The rules that ask for the hits of an owner: by its own name, or by a class that it is a sub-class of."""
    while owner:
        yield from by_owner.get(owner, ())
        owner = owner.rpartition(".")[0]


def _match(rule: Rule, reading: BlockReading, hit: Hit) -> Match:
    start, end = reading.start(hit.first), reading.end(hit.last)
    replacement = rule.match.get("swap", {}).get(hit.term)
    if replacement is not None and reading.text[start].isupper():
        replacement = replacement[:1].upper() + replacement[1:]
    return Match(rule, reading.block, start, end, replacement=replacement, safe=replacement is not None)
