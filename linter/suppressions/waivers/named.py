"""Findings as people name them: by a fingerprint or its beginning, or by the place and the rule that a report shows."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from linter.value import Struct
from linter.violation import Violation

SHORTEST = 4
"""Signs of a fingerprint that may stand for it."""
_MOST = 5
"""Places that a hint names."""
_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?", re.ASCII)


class NamingError(ValueError):
    """A name that is none, or that no finding or several findings have."""


class Place(Struct, frozen=True):
    """Where a finding begins (``column`` 0: anywhere in the line), and its rule, by code or name."""

    path: str
    line: int
    column: int
    rule: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "") + f" {self.rule}"


def names_in(arguments: Iterable[str]) -> Iterator[str | Place]:
    """The names in arguments: ``FINGERPRINT``, or ``PATH:LINE[:COLUMN]`` and the code of a rule behind it.

    Raises :class:`NamingError`.
    """
    rest = iter(arguments)
    for argument in rest:
        place = _PLACE.fullmatch(argument)
        if place is None:
            yield argument
        elif rule := next(rest, ""):
            yield Place(place["path"], int(place["line"]), int(place["column"] or 0), rule)
        else:
            raise NamingError(f"{argument}: write the code of the rule behind the place, as in '{argument} EFF001'")


def named(name: str | Place, violations: Iterable[Violation], spelt: Callable[[str], str]) -> Violation:
    """The one finding that a name stands for; ``spelt`` gives equal paths one spelling. Raises ``NamingError``."""
    hint = ""
    if isinstance(name, str):
        found = [one for one in violations if len(name) >= SHORTEST and one.fingerprint.startswith(name)]
    else:
        article = [one for one in violations if spelt(one.path) == spelt(name.path)]
        there = [one for one in article if _stands(one, name)]
        found = [one for one in there if _is_of(one, name)]
        hint = _hint(there, [one for one in article if _is_of(one, name)])
    if len(found) == 1:
        return found[0]
    if found:
        raise NamingError(f"{name} names {len(found)} findings; write which: {'; '.join(map(_told, found))}")
    raise NamingError(f"no finding {name} here{hint}; the reports name its place, its code and its fingerprint")


def _hint(there: Iterable[Violation], elsewhere: Iterable[Violation]) -> str:
    """What stands at a place, and where in the article the rule has found something."""
    codes = ", ".join(dict.fromkeys(one.code for one in there))
    lines = ", ".join(dict.fromkeys(f"{one.start.line}:{one.start.column}" for one in islice(elsewhere, _MOST)))
    return (f"; there: {codes}" if codes else "") + (f"; its rule has findings at {lines}" if lines else "")


def _is_of(violation: Violation, place: Place) -> bool:
    return place.rule.lower() in (violation.code.lower(), violation.rule)


def _stands(violation: Violation, place: Place) -> bool:
    start = violation.start
    return start.line == place.line and place.column in (0, start.column)


def _told(violation: Violation) -> str:
    start = violation.start
    return f"{violation.fingerprint} ({violation.path}:{start.line}:{start.column} {violation.code})"
