"""Kind ``phrase``: wordings that must not stand in an article, with guards for those that may."""

from collections.abc import Iterator, Mapping, Sequence

from linter.checks.article import Article
from linter.checks.guards import stands
from linter.checks.match import Found, Match
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.rules.program import Rule
from linter.violation import Severity

_KEYS = ("any", "mild", "when_selling")
"""Where a rule writes its phrases; words that an earlier one found are not found again."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report each hit of each rule's phrases that no guard takes back."""
    asked = article.program.once(tuple(rules), "owners of phrases", _owners)
    held = [(key, {owner: by[owner] for owner in by if owner in article.holding}) for key, by in asked.items()]
    for reading in article.readings:
        said: set[tuple[str, int]] = set()
        for key, owners in held:
            for rule, hit in _hits(reading, owners):
                words = {(rule.code, word) for word in range(hit.first, hit.last)}
                if key != "any" and not said.isdisjoint(words):
                    continue
                if key == "when_selling" and not article.topics.promotional:
                    continue
                if stands(rule, Found(reading, hit.first, hit.last), article):
                    said |= words
                    yield _match(rule, reading, hit, _severity(rule, key))


def _severity(rule: Rule, key: str) -> Severity | None:
    """The severity of what a rule writes under a key, where it is not the rule's own."""
    told = {"mild": Severity.WARNING, "when_selling": rule.match.get("severity_when_selling")}.get(key)
    return Severity(told) if told else None


def _owners(rules: Sequence[Rule]) -> dict[str, dict[str, list[Rule]]]:
    return {key: _by_owner(rules, key) for key in _KEYS}


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


def _match(rule: Rule, reading: BlockReading, hit: Hit, severity: Severity | None) -> Match:
    replacement = rule.match.get("swap", {}).get(hit.term)
    if replacement is not None and reading.excerpt(hit.first, hit.last)[0].isupper():
        replacement = replacement[:1].upper() + replacement[1:]
    place, safe = reading.place(hit.first, hit.last), replacement is not None
    return Match(rule, *place, severity=severity, replacement=replacement, safe=safe)
