"""Compile a catalogue into a program: expand and index phrases, resolve citations, reduce all to plain data."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linter.files.data import DataFileError
from linter.language.index.build import build
from linter.language.index.entries import Pattern
from linter.language.index.patterns import PatternError, expand
from linter.language.inflection import base_form, inflect
from linter.rules.load import Catalogue
from linter.rules.names import CLASS, Path, Phrase, refuse_unknown, texts_of
from linter.rules.program import Program
from linter.rules.schema.fields import TextRole
from linter.rules.schema.regulations import Regulation
from linter.rules.schema.rule import Cite
from linter.rules.validated import model_dump

_TREATMENT = "treatment "
"""Prefix of the names of treatment texts."""


def compile_catalogue(
    catalogue: Catalogue, knowledge_terms: Iterable[tuple[str, str, str, str]], knowledge: Mapping[str, str]
) -> Program:
    """Compile rules, lexicon and knowledge into a program.

    ``knowledge_terms`` are ``(class, id, phrase pattern, exact spelling or "")`` of treatments and conditions;
    ``knowledge`` are the texts about them that the program keeps, by name.

    Raises ``DataFileError``, with the place in its file, for a pattern that cannot be parsed.
    """
    try:
        patterns = [*_lexicon_patterns(catalogue), *_rule_patterns(catalogue)]
    except DataFileError:
        _refuse_unreadable(catalogue)
        raise
    for owner, term, text, exact in knowledge_terms:
        patterns.extend((owner, term, pattern, exact) for pattern in expand(text))
    treatments = {name.removeprefix(_TREATMENT) for name in knowledge if name.startswith(_TREATMENT)}
    refuse_unknown(catalogue, _phrases(catalogue), {owner for owner, *_ in patterns}, treatments)
    index = build(patterns)
    rules = [_stored_rule(rule, catalogue) for rule in catalogue.rules]
    facts: dict[str, Any] = {
        "citations": _shared(rules, "citations"),
        "rules": rules,
        "abbreviations": sorted(catalogue.abbreviations),
        "attributes": {name: entry.attributes for name, entry in catalogue.lexicon.items() if entry.attributes},
    }
    program = Program(facts, knowledge, index.pieces)
    facts["hash"] = hashlib.sha256(program.stored()).hexdigest()[:16]
    return program


def _shared(rules: Iterable[dict[str, Any]], key: str) -> list[Any]:
    """Return the distinct values that rules list under a key, and replace each value in the rules by its index.

    Many rules cite the same regulation.
    """
    places: dict[str, int] = {}
    for rule in rules:
        rule[key] = [places.setdefault(json.dumps(value), len(places)) for value in rule[key]]
    return list(map(json.loads, places))


def _refuse_unreadable(catalogue: Catalogue) -> None:
    """Raise ``DataFileError`` naming every phrase of a rule that cannot be parsed, if there are any."""
    wrong: list[str] = []
    for name, path, text in _phrases(catalogue):
        try:
            _expanded(catalogue, name, path, text)
        except DataFileError as error:
            wrong += error.lines
    if wrong:
        raise DataFileError(*wrong)


def _phrases(catalogue: Catalogue) -> Iterator[Phrase]:
    return (phrase for rule in catalogue.rules for phrase in texts_of(rule, TextRole.WORDING))


def _lexicon_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str, Pattern, str]]:
    for name, entry in catalogue.lexicon.items():
        for number, text in enumerate(entry.terms):
            # a plain term names itself; a pattern is named by its index, which is shorter
            term = text if text.replace(" ", "").isalpha() else f"#{number}"
            for pattern in _expanded(catalogue, name, ("classes", name, "terms", number), text):
                yield name, term, pattern, ""
        for number, verb in enumerate(entry.verbs):
            for form in inflect(verb):
                for pattern in _expanded(catalogue, name, ("classes", name, "verbs", number), form):
                    yield name, base_form(verb), pattern, ""
        for number, text in enumerate(entry.exact):
            for pattern in _expanded(catalogue, name, ("classes", name, "exact", number), text):
                yield name, text, pattern, text


def _rule_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str, Pattern, str]]:
    """Yield a rule's phrases: ``rule:CODE`` owns what it reports, ``rule:CODE:unless`` etc. own its guards."""
    swaps = {rule.code: getattr(rule.match, "swap", ()) for rule in catalogue.rules}
    for code, path, text in _phrases(catalogue):
        if not CLASS.fullmatch(text):
            # only phrases with a replacement are looked up by name
            term = text if text in swaps[code] else ""
            for pattern in _expanded(catalogue, code, path, text):
                yield _owner(code, str(path[1])), term, pattern, ""


def _owner(code: str, key: str) -> str:
    return f"rule:{code}" if key == "any" else f"rule:{code}:{key}"


def _owners(code: str, key: str, phrases: list[str]) -> list[str]:
    """Return the owners of a phrase list's hits: the rule, and each lexicon class listed on its own."""
    classes = [found.group(1) for text in phrases if (found := CLASS.fullmatch(text))]
    return [*([_owner(code, key)] if len(classes) < len(phrases) else []), *classes]


def _expanded(catalogue: Catalogue, name: str, path: Path, text: str) -> list[Pattern]:
    try:
        return expand(text)
    except PatternError as error:
        raise catalogue.refusal(name, path, str(error)) from None


def _stored_rule(rule: Any, catalogue: Catalogue) -> dict[str, Any]:
    stored = model_dump(rule)
    examples = stored.pop("examples")
    for kind in ("bad", "good"):
        stored[kind] = [example if isinstance(example, str) else example["text"] for example in examples[kind]]
    # the phrases themselves are in the index; a check needs only the owners of their hits
    for key in {str(path[1]) for _, path, _ in texts_of(rule, TextRole.WORDING)}:
        stored["match"][key] = _owners(rule.code, key, stored["match"][key])
    stored |= {"basis": rule.basis or "", "since": rule.since or ""}
    stored["citations"] = [_cited(cite, catalogue.regulations[cite.key]) for cite in rule.citations]
    return stored


def _cited(cite: Cite, regulation: Regulation) -> dict[str, Any]:
    # a professional benchmark ("any") is cited everywhere
    region = "" if regulation.region == "any" else regulation.region
    return {
        "key": cite.key,
        "title": regulation.title,
        "url": regulation.url,
        "reach": cite.reach,
        "region": cite.region or region,
        "when": cite.when,
        "about": regulation.about,
    }
