"""A term that was found, and the classes that it belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from linter.value import NamedTuple


class Hit(NamedTuple):
    """Words ``[first, last)`` of a block are the term ``term`` of the class (or rule) ``owner``."""

    first: int
    last: int
    owner: str
    term: str


@cache
def families_of(owner: str) -> tuple[str, ...]:
    """A class and the classes above it, the widest first."""
    parts = owner.split(".")
    return tuple(".".join(parts[:length]) for length in range(1, len(parts) + 1))


def of_classes(owner: str, classes: Sequence[str]) -> bool:
    """Whether a class is one of some classes or stands below one."""
    return not _above(owner).isdisjoint(classes)


@cache
def _above(owner: str) -> frozenset[str]:
    return frozenset(families_of(owner))


def words_of(hits: Iterable[Hit]) -> set[int]:
    """The words of a block that some of its hits hold."""
    return {word for hit in hits for word in range(hit.first, hit.last)}


class Families(dict[str, tuple[str, ...]]):
    """The classes that a term of a class belongs to: it, those above it, and those that name one of them whole.

    ``unions`` are the latter, by the class that they name. Worked out for a class when it is first asked for.
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
        found = self[owner] = tuple(names)
        return found
