"""Kind ``phrase``: wordings that must not stand in an article, with guards for those that may."""

from collections.abc import Iterator, Mapping, Sequence

from linter.checks.article import Article
from linter.checks.guards import stands
from linter.checks.match import Found, Match
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.rules.program import Rule
from linter.violation import Severity


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report each hit of each rule's phrases that no guard takes back."""
    asked = article.program.once(tuple(rules), "owners of phrases", _owners)
    always, selling = ({owner: by[owner] for owner in by if owner in article.holding} for by in asked)
    for reading in article.readings:
        said: set[tuple[str, int]] = set()
        for rule, hit in _hits(reading, always):
            if stands(rule, Found(reading, hit.first, hit.last), article):
                said.update((rule.code, word) for word in range(hit.first, hit.last))
                yield _match(rule, reading, hit)
        for rule, hit in _hits(reading, selling):
            if (
                not any((rule.code, word) in said for word in range(hit.first, hit.last))
                and article.topics.promotional
                and stands(rule, Found(reading, hit.first, hit.last), article)
            ):
                yield _match(rule, reading, hit, rule.match["severity_when_selling"])


def _owners(rules: Sequence[Rule]) -> tuple[dict[str, list[Rule]], dict[str, list[Rule]]]:
    return _by_owner(rules, "any"), _by_owner(rules, "when_selling")


def _by_owner(rules: Sequence[Rule], key: str) -> dict[str, list[Rule]]:
    owners: dict[str, list[Rule]] = {}
    for rule in rules:
        for owner in rule.match.get(key, ()):
            owners.setdefault(owner, []).append(rule)
    return owners


def _hits(reading: BlockReading, by_owner: Mapping[str, Sequence[Rule]]) -> Iterator[tuple[Rule, Hit]]:
    """The hits that rules ask for: of their own phrases, or of a class with its sub-classes."""
    for owner, rules in by_owner.items():
        for hit in reading.families.get(owner, ()):
            for rule in rules:
                yield rule, hit


def _match(rule: Rule, reading: BlockReading, hit: Hit, severity: str | None = None) -> Match:
    start, end = reading.start(hit.first), reading.end(hit.last)
    replacement = rule.match.get("swap", {}).get(hit.term)
    if replacement is not None and reading.text[start].isupper():
        replacement = replacement[:1].upper() + replacement[1:]
    return Match(
        rule,
        reading.block,
        start,
        end,
        severity=Severity(severity) if severity else None,
        replacement=replacement,
        safe=replacement is not None,
    )
