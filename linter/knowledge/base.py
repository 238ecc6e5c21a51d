"""The knowledge base that a program was compiled with. Facts are parsed on first use and cached."""

import json
from collections.abc import Mapping
from functools import cached_property

from linter.knowledge.facts import AgeGroup, Boxed, Condition, Drug, Guard, Label, Risk, Schedule, Treatment
from linter.rules.program import Program
from linter.typed import Any
from linter.value import Struct


class Knowledge(Struct, frozen=True, dict=True):
    """The knowledge base of a program.

    ``data`` is what every article needs; ``texts``, made by ``linter.knowledge.compile``, are parsed on first use.
    """

    data: Mapping[str, Any]
    texts: Mapping[str, str]

    @classmethod
    def load(cls, texts: Mapping[str, str]) -> "Knowledge":
        """Load the knowledge base from the texts in a program."""
        return cls(json.loads(texts["data"]), texts)

    @property
    def as_of(self) -> str:
        """The ISO date of the last review of the facts."""
        return str(self.data["as_of"])

    @property
    def treatment_ids(self) -> tuple[str, ...]:
        """The ids of all treatments."""
        return tuple(json.loads(self.texts["treatment"]))

    @property
    def condition_ids(self) -> tuple[str, ...]:
        """The ids of all conditions."""
        return tuple(key.removeprefix("condition ") for key in self.texts if key.startswith("condition "))

    @property
    def drug_names(self) -> tuple[str, ...]:
        """The names of the drugs that are only in the table of indications."""
        return tuple(key.removeprefix("drug ") for key in self.texts if key.startswith("drug "))

    @cached_property
    def risk_draft(self) -> Mapping[str, Any]:
        """The sentences of a drafted risk section (opening, boxed, others, closing), and its wording of key risks."""
        draft: Mapping[str, Any] = json.loads(self.texts["risk_draft"])
        return draft

    @cached_property
    def ages(self) -> tuple[AgeGroup, ...]:
        """Words for age groups, for approvals with a minimum age."""
        return tuple(AgeGroup(group["up_to"], tuple(group["words"])) for group in self.data["age_groups"])

    @cached_property
    def _treatments(self) -> dict[str, Treatment]:
        return {}

    @cached_property
    def _conditions(self) -> dict[str, Condition]:
        return {}

    @cached_property
    def _drugs(self) -> dict[str, Drug]:
        return {}

    def treatment(self, key: str) -> Treatment:
        """Return the treatment with an id. Raises ``KeyError``."""
        if key not in self._treatments:
            self._treatments[key] = _treatment(json.loads(self.texts[f"treatment {key}"]), self.as_of)
        return self._treatments[key]

    def condition(self, key: str) -> Condition:
        """Return the condition with an id. Raises ``KeyError``."""
        if key not in self._conditions:
            self._conditions[key] = _condition(json.loads(self.texts[f"condition {key}"]))
        return self._conditions[key]

    def drug(self, name: str) -> Drug:
        """Return the drug in the table with a name. Raises ``KeyError``."""
        if name not in self._drugs:
            self._drugs[name] = Drug(*map(_frozen, json.loads(self.texts[f"drug {name}"])))
        return self._drugs[name]

    def abbreviations(self, owner: str, key: str) -> frozenset[str]:
        """Return the terms of an entry that are only abbreviations, as words joined by spaces."""
        return frozenset(self.data["abbr"][owner].get(key, ()))

    @cached_property
    def _own_words(self) -> Mapping[str, list[str]]:
        words: Mapping[str, list[str]] = json.loads(self.texts["own_words"])
        return words

    def own_words(self, key: str) -> frozenset[str]:
        """Return the words that occur in the names of no other treatment: *ozone* in *ozone therapy*."""
        return frozenset(self._own_words.get(key, ()))

    def guard(self, owner: str, key: str, term: str) -> Guard | None:
        """Return the guard of an entry's term (its words joined by spaces); ``owner`` is treatment or condition."""
        stored = self.data["guards"][owner].get(key, {}).get(term)
        return None if stored is None else Guard(**{name: _frozen(value) for name, value in stored.items()})

    @property
    def abbr_ok_alone(self) -> frozenset[str]:
        """Abbreviations of conditions that count without the full term in the document."""
        return frozenset(self.data["abbr_ok_alone"])


def knowledge_of(program: Program) -> Knowledge:
    """Return the knowledge base that a program was compiled with."""
    # cached: a process reads many articles with one program, and parsed entries are kept
    return program.once((), "knowledge", lambda _: Knowledge.load(program.knowledge))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _plain_fields(stored: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _frozen(value) for name, value in stored.items()}


def _treatment(stored: dict[str, Any], as_of: str) -> Treatment:
    values = _plain_fields(stored)
    values["on_label"] = tuple(Label(**_plain_fields(label)) for label in stored["on_label"])
    boxed = stored["boxed_warning"]
    values["boxed_warning"] = None if boxed is None else tuple(Boxed(**_plain_fields(topic)) for topic in boxed)
    values["key_risks"] = tuple(Risk(**_plain_fields(risk)) for risk in stored["key_risks"])
    values["schedule"] = tuple(Schedule(**part) for part in stored["schedule"] or ())
    return Treatment(as_of=as_of, **values)


def _condition(stored: dict[str, Any]) -> Condition:
    return Condition(**_plain_fields(stored))
