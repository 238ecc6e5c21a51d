"""The knowledge files, checked and turned into the plain data that a program keeps.

Needed only when the compiled program is made; a normal run reads the result.
"""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from linter.knowledge.facts import Condition, Treatment
from linter.language.words import split_words
from linter.rules.load import builtin_root, read_yaml


@cache
def knowledge_files() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The content of ``treatments.yaml`` and ``conditions.yaml``. Raises ``rules.load.RuleFileError``."""
    folder = builtin_root() / "knowledge"
    return read_yaml(folder / "treatments.yaml"), read_yaml(folder / "conditions.yaml")


def compile_knowledge() -> dict[str, Any]:
    """The knowledge base as plain data for JSON; see :class:`linter.knowledge.facts.Knowledge`."""
    treatments, conditions = knowledge_files()
    entries = {"treatment": treatments["treatments"], "condition": conditions["conditions"]}
    return {
        "as_of": _plain(treatments["as_of"]),
        "risk_frames": _plain(treatments["risk_frames"]),
        "exclusion_frames": _plain(treatments["exclusion_frames"]),
        "age_groups": _plain(treatments["age_groups"]),
        "abbr_ok_alone": _plain(conditions["abbr_ok_alone"]),
        "treatments": _stored(entries["treatment"], Treatment),
        "conditions": _stored(entries["condition"], Condition),
        "abbr": {owner: dict(_abbreviations(entries[owner])) for owner in entries},
        "guards": {owner: dict(_guards(entries[owner])) for owner in entries},
    }


def variants(term: str) -> tuple[str, ...]:
    """A term in singular and, where that can be written with -s, plural."""
    if len(term) < 3 or not term[-1].isalpha() or term[-1] in "sS":
        return (term,)
    if term.endswith("y") and term[-2] not in "aeiou":
        return (term, term[:-1] + "ies")
    return (term, term + ("es" if term.endswith(("x", "ch", "sh")) else "s"))


def term_key(term: str) -> str:
    """A term's words joined by spaces: what a found term is looked up by."""
    return " ".join(split_words(term).words)


_DEFAULTS: Mapping[str, Any] = {
    "volatile": False,
    "owes_reason": "",
    "schedule_note": "",
    "kind": "disease",
    "masks": [],
    "also_risk": [],
    "no_label_credit": False,
    "chronic": False,
}


def _stored(entries: Iterable[Mapping[str, Any]], model: type) -> dict[str, str]:
    """Each entry as JSON text of its own, so that a run decodes only what an article speaks of."""
    names = [field.name for field in fields(model) if field.name != "as_of"]
    return {
        str(entry["id"]): json.dumps(
            {name: _plain(entry[name] if name in entry else _DEFAULTS[name]) for name in names}, ensure_ascii=False
        )
        for entry in entries
    }


def _abbreviations(entries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    for entry in entries:
        full = {term_key(term) for name in ("synonyms", "brands", "terms") for term in entry.get(name, ())}
        short = {term_key(form) for term in entry["abbr"] for form in variants(term)}
        if short - full:
            yield str(entry["id"]), sorted(short - full)


def _guards(entries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in entries:
        guards: dict[str, Any] = {}
        for guard in entry.get("terms_need_context", ()):
            kept = {
                name: _plain(guard[name])
                for name in ("needs_near", "within", "not_after", "not_before", "unless_near", "not_if_brand")
                if name in guard
            }
            if kept:
                guards.update({term_key(form): kept for form in variants(guard["term"])})
        if guards:
            yield str(entry["id"]), guards


def _plain(value: Any) -> Any:
    """YAML values as JSON takes them: dates become ISO text."""
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value
