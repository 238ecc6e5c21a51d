"""A term that was found, and the classes that it belongs to."""

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
