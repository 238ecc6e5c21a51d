"""What rules and lexicon ask for by name, classes and treatments: a name that nothing bears is refused."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from linter.hints import nearest
from linter.rules.load import Catalogue, RuleFileError

CLASS = re.compile(r"<([a-z][a-z0-9_.-]*)>")
"""A class in a phrase pattern."""
Phrase = tuple[str, tuple[str | int, ...], str]
"""The rule's code or the class's name, the path in its file, the pattern."""
_LISTS = ("effects", "marks", "soft")
"""Options that list classes."""
_KEYS = ("hedge", "sections")
"""Options whose keys are classes."""
_VALUES = ("profile", "stories_if")
"""Options whose values are classes."""
_TOPICS = ("topic", "not_topic", "mild_topic", "about")
"""Options that list treatments; ``kind:drug`` stands for several, and ``subject.ozone`` is a class."""


def refuse_unknown(
    catalogue: Catalogue, phrases: Iterable[Phrase], owners: Iterable[str], treatments: Collection[str]
) -> None:
    """Refuse what asks for a class that none of the ``owners`` of terms belongs to, or for no treatment (by id).

    Raises ``RuleFileError``.
    """
    known: set[str] = set()
    for owner in owners:
        parts = owner.split(".")
        known.update(".".join(parts[:length]) for length in range(1, len(parts) + 1))
    terms = (
        (name, ("classes", name, "terms", number), text)
        for name, entry in catalogue.lexicon.items()
        for number, text in enumerate(entry.terms)
    )
    in_phrases = ((name, path, asked) for name, path, text in (*terms, *phrases) for asked in CLASS.findall(text))
    in_options = (asked for rule in catalogue.rules for asked in _options(rule))
    wrong: list[str] = []
    for name, path, asked in (*in_phrases, *in_options):
        if asked not in known:
            wrong += catalogue.refusal(name, path, f"no lexicon class '{asked}'{nearest(asked, known)}").lines
    for code, path, asked in (topic for rule in catalogue.rules for topic in _topics(rule)):
        if asked not in treatments:
            wrong += catalogue.refusal(code, path, f"no treatment '{asked}'{nearest(asked, treatments)}").lines
    if wrong:
        raise RuleFileError(*wrong)


def _options(rule: Any) -> Iterator[Phrase]:
    """The classes that a rule's options name: code, path, class."""
    for key, number, name in _listed(rule, *_LISTS):
        yield rule.code, ("match", key, number), name
    for key in _KEYS:
        yield from ((rule.code, ("match", key, name), name) for name in getattr(rule.match, key, {}))
    for key in _VALUES:
        yield from ((rule.code, ("match", key, of), name) for of, name in getattr(rule.match, key, {}).items())
    for key, number, name in _listed(rule, *_TOPICS):
        if "." in name:
            yield rule.code, ("match", key, number), name
    for region, names in getattr(rule.match, "must_in", {}).items():
        yield from ((rule.code, ("match", "must_in", region, number), name) for number, name in enumerate(names))


def _topics(rule: Any) -> Iterator[Phrase]:
    """The treatments that a rule's options name: code, path, id."""
    for key, number, name in _listed(rule, *_TOPICS):
        if "." not in name and ":" not in name:
            yield rule.code, ("match", key, number), name


def _listed(rule: Any, *keys: str) -> Iterator[tuple[str, int, str]]:
    """What the lists among some options name: key, place, name."""
    for key in keys:
        names = getattr(rule.match, key, ())
        yield from ((key, number, name) for number, name in enumerate(names if isinstance(names, list) else ()))
