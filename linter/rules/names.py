"""The lexicon classes and treatments that rules and lexicon refer to by name; unknown names are refused."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Annotated, Any, get_args, get_origin

from linter.files.data import DataFileError
from linter.hints import nearest
from linter.language.hits import families_of
from linter.rules.load import Catalogue
from linter.rules.schema.fields import TextRole

CLASS = re.compile(r"<([a-z][a-z0-9_.-]*)>")
"""A class in a phrase pattern."""
Path = tuple[str | int, ...]
Phrase = tuple[str, Path, str]
"""The rule's code or the class's name, the path in its file, the pattern."""


def texts_of(rule: Any, wanted: TextRole) -> Iterator[Phrase]:
    """Yield the texts of one role in the options of a rule (a validated model): code, path, text."""
    for key, field in type(rule.match).model_fields.items():
        for path, role, text in _typed(field.annotation, getattr(rule.match, key), ("match", key)):
            if role is wanted:
                yield rule.code, path, text


def _typed(annotation: Any, value: Any, path: Path) -> Iterator[tuple[Path, TextRole, str]]:
    """Yield the texts in a value whose annotation gives them a role."""
    inner = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from ((path, role, value) for role in inner[1:] if isinstance(role, TextRole))
    elif get_origin(annotation) is list:
        for number, item in enumerate(value):
            yield from _typed(inner[0], item, (*path, number))
    elif get_origin(annotation) is dict:
        for key, item in value.items():
            yield from _typed(inner[0], key, (*path, key))
            yield from _typed(inner[1], item, (*path, key))


def refuse_unknown(
    catalogue: Catalogue, phrases: Iterable[Phrase], owners: Iterable[str], treatments: Collection[str]
) -> None:
    """Refuse references to lexicon classes without terms and to unknown treatments.

    ``owners`` are the classes that have terms, ``treatments`` the ids. Raises ``DataFileError``.
    """
    known = {name for owner in set(owners) for name in families_of(owner)}
    terms = (
        (name, ("classes", name, "terms", number), text)
        for name, entry in catalogue.lexicon.items()
        for number, text in enumerate(entry.terms)
    )
    topics = [topic for rule in catalogue.rules for topic in texts_of(rule, TextRole.TOPIC)]
    classes = (
        *((name, path, used) for name, path, text in (*terms, *phrases) for used in CLASS.findall(text)),
        *(used for rule in catalogue.rules for used in texts_of(rule, TextRole.CLASS)),
        *(topic for topic in topics if "." in topic[2]),
    )
    wrong: list[str] = []
    for name, path, used in classes:
        if used not in known:
            wrong += catalogue.refusal(name, path, f"no lexicon class '{used}'{nearest(used, known)}").lines
    for code, path, topic in topics:
        if "." not in topic and ":" not in topic and topic not in treatments:
            wrong += catalogue.refusal(code, path, f"no treatment '{topic}'{nearest(topic, treatments)}").lines
    if wrong:
        raise DataFileError(*wrong)
