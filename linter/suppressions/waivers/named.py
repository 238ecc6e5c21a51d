"""Findings as people name them: by a fingerprint or its beginning, or by the place and the rule that a report shows."""

import re
from collections.abc import Callable, Iterable, Iterator

from linter.value import Struct
from linter.violation import Violation

SHORTEST = 4
"""Signs of a fingerprint that may stand for it."""
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
    """The names in arguments: ``FINGERPRINT``, or ``PATH:LINE[:COLUMN]`` and the code of a rule behind it."""
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
    there: list[Violation] = []
    if isinstance(name, str):
        found = [one for one in violations if len(name) >= SHORTEST and one.fingerprint.startswith(name)]
    else:
        there = [one for one in violations if _stands(one, name, spelt)]
        found = [one for one in there if name.rule in (one.code, one.rule)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NamingError(f"{name} names {len(found)} findings; write which: {'; '.join(map(_told, found))}")
    others = f"; there: {', '.join(dict.fromkeys(one.code for one in there))}" if there else ""
    raise NamingError(f"no finding {name} here{others}; the reports name its place, its code and its fingerprint")


def _stands(violation: Violation, place: Place, spelt: Callable[[str], str]) -> bool:
    start = violation.start
    at = start.line == place.line and place.column in (0, start.column)
    return at and spelt(violation.path) == spelt(place.path)


def _told(violation: Violation) -> str:
    start = violation.start
    return f"{violation.fingerprint} ({violation.path}:{start.line}:{start.column} {violation.code})"
