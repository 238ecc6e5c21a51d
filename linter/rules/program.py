"""The compiled rule program: everything a run needs of the rules, as plain data that is stored as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from linter.language.terms import Index
from linter.violation import Citation, Severity


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with the region it is shown for ("" = everywhere) and a further condition in words."""

    citation: Citation
    region: str
    when: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as checks and reports use it. ``match`` holds the options of its kind."""

    id: str
    code: str
    family: str
    kind: str
    tier: str
    severity: Severity
    jurisdictions: tuple[str, ...]
    message: str
    why: str
    suggestion: str
    citations: tuple[Cited, ...]
    match: Mapping[str, Any]
    basis: str
    volatile: bool
    suppressible: bool
    bad: tuple[str, ...]
    good: tuple[str, ...]

    @property
    def owner(self) -> str:
        """The owner name of the rule's phrases in the index."""
        return f"rule:{self.code}"


@dataclass(frozen=True)
class Program:
    """All rules of a run and the index of their terms. ``data`` is JSON-ready."""

    data: Mapping[str, Any]

    @property
    def hash(self) -> str:
        """Hash of the rule set: 16 hexadecimal digits."""
        return str(self.data["hash"])

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in order of code."""
        return tuple(_rule(stored) for stored in self.data["rules"])

    @cached_property
    def index(self) -> Index:
        """The index of all terms and phrases."""
        return Index.load(self.data["index"])

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Abbreviations that do not end a sentence, lower-case, without the last full stop."""
        return frozenset(self.data["abbreviations"])

    @property
    def attributes(self) -> Mapping[str, Mapping[str, Any]]:
        """The attributes of each lexicon class (cue direction, terminators …)."""
        attributes: Mapping[str, Mapping[str, Any]] = self.data["attributes"]
        return attributes

    @property
    def knowledge(self) -> Mapping[str, Any]:
        """The compiled knowledge base; ``linter.knowledge.facts.knowledge_of`` reads it."""
        knowledge: Mapping[str, Any] = self.data["knowledge"]
        return knowledge

    def select(self, codes: Sequence[str]) -> tuple[Rule, ...]:
        """The rules with these codes, in the order of the program."""
        wanted = set(codes)
        return tuple(rule for rule in self.rules if rule.code in wanted)


def _rule(stored: Mapping[str, Any]) -> Rule:
    citations = tuple(
        Cited(Citation(cite["key"], cite["title"], cite["reach"], cite["url"]), cite["region"], cite["when"])
        for cite in stored["citations"]
    )
    return Rule(
        id=stored["id"],
        code=stored["code"],
        family=stored["family"],
        kind=stored["kind"],
        tier=stored["tier"],
        severity=Severity(stored["severity"]),
        jurisdictions=tuple(stored["jurisdictions"]),
        message=stored["message"],
        why=stored["why"],
        suggestion=stored["suggestion"],
        citations=citations,
        match=stored["match"],
        basis=stored["basis"] or "",
        volatile=stored["volatile"],
        suppressible=stored["suppressible"],
        bad=tuple(stored["bad"]),
        good=tuple(stored["good"]),
    )
