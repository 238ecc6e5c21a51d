"""Kind ``phrase``: wordings that an article must not contain, except where guards allow them."""

from collections.abc import Iterator, Mapping, Sequence

from linter.checks.article import Article
from linter.checks.guards import is_violation
from linter.checks.match import Found, Match
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.rules.program import Rule
from linter.violation import Severity

_KEYS = ("any", "mild", "when_selling")
"""The options that hold phrases; words matched by an earlier one are not matched again."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report the hits of each rule's phrases that pass the guards."""
    by_key = article.program.once(tuple(rules), "owners of phrases", _owners)
    held = [(key, {owner: by[owner] for owner in by if owner in article.holding}) for key, by in by_key.items()]
    for reading in article.readings:
        reported: set[tuple[str, int]] = set()
        for key, owners in held:
            for rule, hit in _hits(reading, owners):
                words = {(rule.code, word) for word in range(hit.first, hit.last)}
                if key != "any" and not reported.isdisjoint(words):
                    continue
                if key == "when_selling" and not article.topics.promotional:
                    continue
                if is_violation(rule, Found(reading, hit.first, hit.last), article):
                    reported |= words
                    yield _match(rule, reading, hit, _severity(rule, key))


def _severity(rule: Rule, key: str) -> Severity | None:
    """Return the severity of phrases under a key, or None for the rule's own."""
    severity = {"mild": Severity.WARNING, "when_selling": rule.match.get("severity_when_selling")}.get(key)
    return Severity(severity) if severity else None


def _owners(rules: Sequence[Rule]) -> dict[str, dict[str, list[Rule]]]:
    return {key: _by_owner(rules, key) for key in _KEYS}


def _by_owner(rules: Sequence[Rule], key: str) -> dict[str, list[Rule]]:
    owners: dict[str, list[Rule]] = {}
    for rule in rules:
        for owner in rule.match.get(key, ()):
            owners.setdefault(owner, []).append(rule)
    return owners


def _hits(reading: BlockReading, by_owner: Mapping[str, Sequence[Rule]]) -> Iterator[tuple[Rule, Hit]]:
    """Yield the hits of rules' own phrases and of the classes (with subclasses) that they list."""
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
