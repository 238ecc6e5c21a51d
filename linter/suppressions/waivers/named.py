"""Find the findings that command line arguments name: by (the start of) a fingerprint, or by place and rule."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from linter.value import Struct
from linter.violation import Violation

MIN_PREFIX = 4
"""Minimum characters of a fingerprint that may identify it."""
_MAX_HINTS = 5
"""Maximum number of places in a hint."""
_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?", re.ASCII)


class NamingError(ValueError):
    """A name is malformed, or matches no finding or several."""


class Place(Struct, frozen=True):
    """Where a finding starts (``column`` 0: anywhere in the line), and its rule, by code or name."""

    path: str
    line: int
    column: int
    rule: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "") + f" {self.rule}"


def parse_names(arguments: Iterable[str]) -> Iterator[str | Place]:
    """Parse the names in arguments: ``FINGERPRINT``, or ``PATH:LINE[:COLUMN]`` followed by the code of a rule.

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
            raise NamingError(f"{argument}: add the rule's code after the place, as in '{argument} EFF001'")


def find_finding(name: str | Place, violations: Iterable[Violation], normalize: Callable[[str], str]) -> Violation:
    """Return the finding that a name matches; ``normalize`` gives equal paths one spelling. Raises ``NamingError``."""
    hint = ""
    if isinstance(name, str):
        found = [finding for finding in violations if len(name) >= MIN_PREFIX and finding.fingerprint.startswith(name)]
    else:
        article = [violation for violation in violations if normalize(violation.path) == normalize(name.path)]
        at_place = [violation for violation in article if _starts_at(violation, name)]
        found = [violation for violation in at_place if _is_of(violation, name)]
        hint = _hint(at_place, [violation for violation in article if _is_of(violation, name)])
    if len(found) == 1:
        return found[0]
    if found:
        raise NamingError(f"{name} matches {len(found)} findings; choose one of {'; '.join(map(_label, found))}")
    raise NamingError(f"no finding {name} here{hint}; reports show the place, code and fingerprint of each")


def _hint(at_place: Iterable[Violation], elsewhere: Iterable[Violation]) -> str:
    """Hint at the findings at the place, and at those of the rule elsewhere in the article."""
    codes = ", ".join(dict.fromkeys(violation.code for violation in at_place))
    starts = [violation.start for violation in islice(elsewhere, _MAX_HINTS)]
    lines = ", ".join(dict.fromkeys(f"{start.line}:{start.column}" for start in starts))
    return (f"; there: {codes}" if codes else "") + (f"; its rule has findings at {lines}" if lines else "")


def _is_of(violation: Violation, place: Place) -> bool:
    return place.rule.lower() in (violation.code.lower(), violation.rule)


def _starts_at(violation: Violation, place: Place) -> bool:
    start = violation.start
    return start.line == place.line and place.column in (0, start.column)


def _label(violation: Violation) -> str:
    start = violation.start
    return f"{violation.fingerprint} ({violation.path}:{start.line}:{start.column} {violation.code})"
