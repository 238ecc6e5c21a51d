"""Occurrences of terms, and the classes that they belong to."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from linter.value import NamedTuple


class Hit(NamedTuple):
    """An occurrence, at the words ``[first, last)`` of a block, of the term ``term`` of the class or rule ``owner``."""

    first: int
    last: int
    owner: str
    term: str


@cache
def families_of(owner: str) -> tuple[str, ...]:
    """Return a class and its superclasses, most general first."""
    parts = owner.split(".")
    return tuple(".".join(parts[:length]) for length in range(1, len(parts) + 1))


def of_classes(owner: str, classes: Sequence[str]) -> bool:
    """Return whether a class is one of some classes or a subclass of one."""
    return not _with_superclasses(owner).isdisjoint(classes)


@cache
def _with_superclasses(owner: str) -> frozenset[str]:
    return frozenset(families_of(owner))


def words_of(hits: Iterable[Hit]) -> set[int]:
    """Return the words that some hits in a block cover."""
    return {word for hit in hits for word in range(hit.first, hit.last)}


class Families(dict[str, tuple[str, ...]]):
    """Map a class to all classes of its terms: itself, its superclasses, and classes that include one of these.

    ``unions`` maps a class to the classes that include it. Computed on first use.
    """

    def __init__(self, unions: Mapping[str, Sequence[str]]) -> None:
        self._unions = unions

    def __missing__(self, owner: str) -> tuple[str, ...]:
        names = dict.fromkeys(families_of(owner))
        waiting = list(names)
        while waiting:
            for wider in self._unions.get(waiting.pop(), ()):
                new = [name for name in families_of(wider) if name not in names]
                names.update(dict.fromkeys(new))
                waiting += new
        families = self[owner] = tuple(names)
        return families
