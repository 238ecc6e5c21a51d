"""The lexicon classes that rules and lexicon ask for: one that nothing belongs to is refused, and not passed over."""

import re
from collections.abc import Iterable, Iterator
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


def refuse_unknown(catalogue: Catalogue, phrases: Iterable[Phrase], owners: Iterable[str]) -> None:
    """Refuse what asks for a class that none of the ``owners`` of terms belongs to. Raises ``RuleFileError``."""
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
    if wrong:
        raise RuleFileError(*wrong)


def _options(rule: Any) -> Iterator[Phrase]:
    """The classes that a rule's options name: code, path, class."""
    for key in _LISTS:
        yield from (
            (rule.code, ("match", key, number), name) for number, name in enumerate(getattr(rule.match, key, ()))
        )
    for key in _KEYS:
        yield from ((rule.code, ("match", key, name), name) for name in getattr(rule.match, key, {}))
    for key in _VALUES:
        yield from ((rule.code, ("match", key, of), name) for of, name in getattr(rule.match, key, {}).items())
    for region, names in getattr(rule.match, "must_in", {}).items():
        yield from ((rule.code, ("match", "must_in", region, number), name) for number, name in enumerate(names))
