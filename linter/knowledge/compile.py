"""Validate the knowledge files and compile them into the texts that a program stores.

A normal run needs only the result.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from linter.hints import nearest
from linter.knowledge.facts import Drug
from linter.knowledge.indications import read_drugs
from linter.knowledge.schema.conditions import ConditionEntry, ConditionFile
from linter.knowledge.schema.treatments import EntryFile, TreatmentEntry, TreatmentFile
from linter.language.inflection import with_plural
from linter.language.words import split_words
from linter.rules.validated import builtin_root, data_files, misplaced, model_dump, validate

Entry = TreatmentEntry | ConditionEntry
KNOWLEDGE = "knowledge"
"""The folder of facts within a rules folder."""
_MIN_LETTERS = 4
"""Minimum letters of a word that identifies a treatment on its own."""

_TREATMENTS: TypeAdapter[Any] = TypeAdapter(TreatmentFile)
_ENTRIES: TypeAdapter[Any] = TypeAdapter(EntryFile)
_CONDITIONS: TypeAdapter[Any] = TypeAdapter(ConditionFile)


def knowledge_files(*extra_roots: Path) -> tuple[TreatmentFile, ConditionFile, tuple[Drug, ...]]:
    """Load the treatments of all files, the conditions and the drugs.

    ``extra_roots`` are rule folders, whose folder ``knowledge`` may add treatments.

    Raises ``linter.files.data.DataFileError``.
    """
    folder = builtin_root() / KNOWLEDGE
    conditions: ConditionFile = validate(_CONDITIONS, folder / "conditions.yaml")
    known = {condition.id for condition in conditions.conditions}
    treatments: TreatmentFile = validate(_TREATMENTS, folder / "treatments.yaml")
    every: list[TreatmentEntry] = []
    shipped = data_files(folder / "treatments")
    for file in (*shipped, *(file for root in extra_roots for file in data_files(root / KNOWLEDGE))):
        entries: EntryFile = validate(_ENTRIES, file)
        check_conditions(file, entries.treatments, known)
        if file not in shipped:
            _check_names(file, entries.treatments, every)
        every += entries.treatments
    return treatments.model_copy(update={"treatments": every}), conditions, read_drugs(folder / "indications.tsv")


def check_conditions(file: Traversable | Path, treatments: Sequence[TreatmentEntry], known: Collection[str]) -> None:
    """Raise ``linter.files.data.DataFileError`` for a treatment that names an unknown condition."""
    for number, treatment in enumerate(treatments):
        named = [("off_label_conditions", condition) for condition in treatment.off_label_conditions]
        named += [("on_label", condition) for label in treatment.on_label for condition in label.conditions]
        for field, condition in named:
            if condition not in known:
                problem = f"no condition '{condition}'{nearest(condition, known)}"
                raise misplaced(file, ("treatments", number, field), problem)


def _check_names(file: Traversable | Path, added: Sequence[TreatmentEntry], known: Iterable[TreatmentEntry]) -> None:
    """Raise ``linter.files.data.DataFileError`` for an added treatment with an id or a term of another one."""
    ids = {entry.id for entry in known}
    owners = {term_key(term): entry.id for entry in known for term in full_terms(entry)}
    for number, entry in enumerate(added):
        if entry.id in ids:
            raise misplaced(file, ("treatments", number, "id"), f"treatment '{entry.id}' is already defined")
        ids.add(entry.id)
        for field in ("synonyms", "brands"):
            for place, term in enumerate(getattr(entry, field)):
                owner = owners.setdefault(term_key(term), entry.id)
                if owner != entry.id:
                    problem = f"'{term}' already means the treatment '{owner}'"
                    raise misplaced(file, ("treatments", number, field, place), problem)


def compile_knowledge(treatments: TreatmentFile, conditions: ConditionFile, drugs: Iterable[Drug]) -> dict[str, str]:
    """Compile what :func:`knowledge_files` returns to JSON texts for :class:`linter.knowledge.base.Knowledge`.

    They are ``data``, which every article needs, ``treatment`` (all ids), ``own_words``, ``risk_draft``, and one per
    entry (``treatment ketamine``, ``condition ptsd``, ``drug abacavir``).
    """
    entries: dict[str, list[Any]] = {
        "treatment": treatments.treatments,
        "condition": [_with_plurals(condition) for condition in conditions.conditions],
    }
    data = {
        "as_of": treatments.as_of.isoformat(),
        "age_groups": [model_dump(group) for group in treatments.age_groups],
        "abbr_ok_alone": conditions.abbr_ok_alone,
        "abbr": {owner: dict(_abbreviations(entries[owner])) for owner in entries},
        "guards": {owner: dict(_guards(entries[owner])) for owner in entries},
    }
    ids = [treatment.id for treatment in treatments.treatments]
    texts = {
        "data": json.dumps(data, separators=(",", ":")),
        "risk_draft": treatments.risk_draft.model_dump_json(),
        "treatment": json.dumps(ids),
        "own_words": json.dumps(dict(_own_words(treatments.treatments)), separators=(",", ":")),
    }
    for owner, owned in entries.items():
        texts |= {f"{owner} {entry.id}": entry.model_dump_json(exclude={"terms_need_context"}) for entry in owned}
    return texts | {f"drug {drug.name}": json.dumps(drug.__values__) for drug in drugs}


def term_key(term: str) -> str:
    """Return a term's words joined by spaces: the key to look it up by."""
    return " ".join(split_words(term).words)


def full_terms(entry: Entry) -> list[str]:
    """Return the terms of an entry without its abbreviations."""
    return [*entry.synonyms, *entry.brands] if isinstance(entry, TreatmentEntry) else list(entry.terms)


def _own_words(treatments: Iterable[TreatmentEntry]) -> Iterator[tuple[str, list[str]]]:
    """Yield, by id, the words that occur in the names of one treatment only: *ozone* in *ozone therapy*."""
    words = {entry.id: {word for term in full_terms(entry) for word in split_words(term).words} for entry in treatments}
    uses = Counter(word for named in words.values() for word in named)
    for key, named in words.items():
        yield key, sorted(word for word in named if len(word) >= _MIN_LETTERS and word.isalpha() and uses[word] == 1)


def _with_plurals(condition: ConditionEntry) -> ConditionEntry:
    also_risk = [form for term in condition.also_risk for form in with_plural(term)]
    return condition.model_copy(update={"also_risk": also_risk})


def _abbreviations(entries: Iterable[Entry]) -> Iterator[tuple[str, list[str]]]:
    for entry in entries:
        full = {term_key(term) for term in full_terms(entry)}
        # a guard without needs_near says that the abbreviation means nothing else
        full |= {
            term_key(form)
            for guard in entry.terms_need_context
            if not guard.needs_near
            for form in with_plural(guard.term)
        }
        short = {term_key(form) for term in entry.abbr for form in with_plural(term)}
        if short - full:
            yield entry.id, sorted(short - full)


def _guards(entries: Iterable[Entry]) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in entries:
        guards: dict[str, Any] = {}
        for guard in entry.terms_need_context:
            kept = json.loads(guard.model_dump_json(exclude={"term", "case_sensitive"}, exclude_defaults=True))
            if kept:
                guards.update({term_key(form): kept for form in with_plural(guard.term)})
        if guards:
            yield entry.id, guards
