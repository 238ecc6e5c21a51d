"""The compiled rule program: everything a run needs from the rules, as plain data stored as JSON."""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from linter.text_table import TextTable, packed
from linter.typed import TYPE_CHECKING, Any
from linter.value import Struct
from linter.violation import Citation, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from mmap import mmap
    from typing import TypeVar

    from linter.language.index.find import Index

    Made = TypeVar("Made")

_WIDTH = 4
"""Bytes of a length field."""
_SELECTIONS = 64
"""Cached answers about selections of rules: a run has a few selections, trials have many."""
_DUTIES = frozenset({"requires", "occurrence", "section", "status", "metadata", "structure", "suppression"})


class Cited(Struct, frozen=True):
    """A citation with the region it is shown for ("" = everywhere) and a further condition in words.

    It is shown for articles on one of the treatments in ``about``, or for any article if ``about`` is empty.
    """

    citation: Citation
    region: str
    when: str
    about: frozenset[str]


class Rule(Struct, frozen=True):
    """A rule as checks and reports use it. ``match`` holds the options of the rule's kind."""

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
    balanced: Severity | None
    """The highest severity of a finding on a page that is balanced throughout; None for no limit. On any other balanced
    page a limit is at least a warning."""
    volatile: bool
    suppressible: bool
    bad: tuple[str, ...]
    good: tuple[str, ...]
    since: str = ""
    """The version that introduced the rule."""
    aliases: tuple[str, ...] = ()
    """Former codes and names of the rule and of rules that it replaces."""
    severity_set: bool = False
    """Whether configuration sets the severity, so that every finding has it."""

    @property
    def owner(self) -> str:
        """The owner of the rule's phrases in the index."""
        return f"rule:{self.code}"

    @property
    def duty(self) -> bool:
        """Whether the rule is about the article as a whole, so that its findings belong to no single line."""
        return self.kind in _DUTIES or (self.kind == "readability" and self.match["metric"] == "grade")

    def cited(self, regions: Collection[str], treatments: Collection[str] | None = None) -> tuple[Citation, ...]:
        """Return the rule's citations that apply in some regions to an article on some treatments (None: any)."""
        return tuple(
            cited.citation
            for cited in self.citations
            if (not cited.region or cited.region in regions)
            and (treatments is None or not cited.about or not cited.about.isdisjoint(treatments))
        )


class Program(Struct, frozen=True, dict=True):
    """All rules of a run, the index of their terms and the knowledge base.

    ``facts`` are JSON-ready (citations, rules, abbreviations, attributes, hash). The knowledge base (see
    ``linter.knowledge.base.Knowledge``) and the pieces of the index are texts that are parsed on first use, since a
    run may not need them.
    """

    facts: Mapping[str, Any]
    knowledge: Mapping[str, str]
    pieces: Mapping[str, str]

    def stored(self) -> bytes:
        """Serialize: a line of facts, the length of the knowledge table, that table, and the table of index pieces."""
        facts = json.dumps(self.facts, separators=(",", ":"))
        knowledge = packed(self.knowledge)
        return f"{facts}\n".encode() + len(knowledge).to_bytes(_WIDTH) + knowledge + packed(self.pieces)

    @classmethod
    def load(cls, data: "bytes | mmap", start: int = 0) -> "Program":
        """Read what :meth:`stored` wrote, from ``start`` on. Raises ``ValueError`` if the data is no program."""
        facts = data.find(b"\n", start)
        if facts < 0:
            raise ValueError("no program")
        knowledge = facts + 1 + _WIDTH
        pieces = knowledge + int.from_bytes(data[facts + 1 : knowledge])
        return cls(
            json.loads(str(memoryview(data)[start:facts], "utf-8")),
            TextTable(data, knowledge, pieces),
            TextTable(data, pieces),
        )

    @property
    def hash(self) -> str:
        """The hash of the rule set: 16 hexadecimal digits."""
        return str(self.facts["hash"])

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, ordered by code."""
        citations = tuple(map(_cited, self.facts["citations"]))
        return tuple(_rule(stored, citations) for stored in self.facts["rules"])

    @cached_property
    def index(self) -> "Index":
        """The index of all terms and phrases."""
        from linter.language.index.find import Index  # lazy: a run whose results are all cached needs no index

        return Index(self.pieces)

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Abbreviations that do not end a sentence, in lower case, without the final period."""
        return frozenset(self.facts["abbreviations"])

    @property
    def attributes(self) -> Mapping[str, Mapping[str, Any]]:
        """The attributes of each lexicon class (cue direction, terminators, ...)."""
        attributes: Mapping[str, Mapping[str, Any]] = self.facts["attributes"]
        return attributes

    @cached_property
    def _answers(self) -> "dict[tuple[int, Hashable], tuple[Sequence[Rule], Any]]":
        return {}

    def once(
        self, rules: tuple[Rule, ...], question: "Hashable", answer: "Callable[[tuple[Rule, ...]], Made]"
    ) -> "Made":
        """Compute a value from rules alone, once for all articles checked with the same tuple of rules."""
        key = (id(rules), question)
        if key not in self._answers:
            if len(self._answers) >= _SELECTIONS:
                self._answers.clear()
            self._answers[key] = rules, answer(rules)  # keep the tuple alive so that its id is not reused
        found: Made = self._answers[key][1]
        return found

    def select(self, codes: Sequence[str]) -> tuple[Rule, ...]:
        """Return the rules with these codes, in program order."""
        wanted = set(codes)
        return tuple(rule for rule in self.rules if rule.code in wanted)


def _cited(stored: Mapping[str, Any]) -> Cited:
    citation = Citation(stored["key"], stored["title"], stored["reach"], stored["url"])
    return Cited(citation, stored["region"], stored["when"], frozenset(stored["about"]))


def _rule(stored: Mapping[str, Any], citations: Sequence[Cited]) -> Rule:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()
    }
    values["severity"] = Severity(stored["severity"])
    values["balanced"] = Severity(stored["balanced"]) if stored["balanced"] else None
    values["citations"] = tuple(citations[place] for place in stored["citations"])
    return Rule(**values)
