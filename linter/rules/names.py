"""What rules and lexicon ask for by name, classes and treatments: a name that nothing bears is refused."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Annotated, Any, get_args, get_origin

from linter.files.data import DataFileError
from linter.hints import nearest
from linter.language.hits import families_of
from linter.rules.load import Catalogue
from linter.rules.schema.fields import Asked

CLASS = re.compile(r"<([a-z][a-z0-9_.-]*)>")
"""A class in a phrase pattern."""
Path = tuple[str | int, ...]
Phrase = tuple[str, Path, str]
"""The rule's code or the class's name, the path in its file, the pattern."""


def asked_in(rule: Any, wanted: Asked) -> Iterator[Phrase]:
    """What the options of a rule (a validated model) ask for by texts of one type: code, path, text."""
    for key, field in type(rule.match).model_fields.items():
        for path, asked, text in _typed(field.annotation, getattr(rule.match, key), ("match", key)):
            if asked is wanted:
                yield rule.code, path, text


def _typed(annotation: Any, value: Any, path: Path) -> Iterator[tuple[Path, Asked, str]]:
    """The texts in a value whose type says what they stand for."""
    inner = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from ((path, asked, value) for asked in inner[1:] if isinstance(asked, Asked))
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
    """Refuse what asks for a class that none of the ``owners`` of terms belongs to, or for no treatment (by id).

    Raises ``DataFileError``.
    """
    known = {name for owner in set(owners) for name in families_of(owner)}
    terms = (
        (name, ("classes", name, "terms", number), text)
        for name, entry in catalogue.lexicon.items()
        for number, text in enumerate(entry.terms)
    )
    topics = [asked for rule in catalogue.rules for asked in asked_in(rule, Asked.TOPIC)]
    classes = (
        *((name, path, asked) for name, path, text in (*terms, *phrases) for asked in CLASS.findall(text)),
        *(asked for rule in catalogue.rules for asked in asked_in(rule, Asked.CLASS)),
        *(topic for topic in topics if "." in topic[2]),
    )
    wrong: list[str] = []
    for name, path, asked in classes:
        if asked not in known:
            wrong += catalogue.refusal(name, path, f"no lexicon class '{asked}'{nearest(asked, known)}").lines
    for code, path, asked in topics:
        if "." not in asked and ":" not in asked and asked not in treatments:
            wrong += catalogue.refusal(code, path, f"no treatment '{asked}'{nearest(asked, treatments)}").lines
    if wrong:
        raise DataFileError(*wrong)
