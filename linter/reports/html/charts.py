"""The geometry of the front page's charts; the template draws them as inline SVG without style attributes."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from linter.value import Struct
from linter.violation import Severity

WIDTH = 100.0
"""Width of a bar chart in SVG units."""
HEIGHT = 78.0
"""Height of the highest column in SVG units."""
_LAST_GRADE = 18


class Bar(Struct, frozen=True):
    """A part of a stacked bar: its class, start and length, in units of :data:`WIDTH`."""

    weight: str
    start: float
    length: float


class FamilyRow(Struct, frozen=True):
    """A family's open findings by severity, and the bar that shows them."""

    family: str
    counts: Mapping[str, int]
    total: int
    bars: tuple[Bar, ...]


class Bin(Struct, frozen=True):
    """The articles of one school grade; the highest column has :data:`HEIGHT`, and none is too low to see."""

    grade: int
    count: int
    height: float
    above: bool


def family_rows(counts: Mapping[tuple[str, str], int]) -> tuple[FamilyRow, ...]:
    """The families, most findings first; ``counts`` is keyed by family and severity."""
    totals: Counter[str] = Counter()
    for (family, _), count in counts.items():
        totals[family] += count
    longest = max(totals.values(), default=1)
    rows = []
    for family, total in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        by_severity = {severity.value: counts.get((family, severity.value), 0) for severity in reversed(Severity)}
        rows.append(FamilyRow(family, by_severity, total, stacked(by_severity, longest)))
    return tuple(rows)


def stacked(counts: Mapping[str, int], longest: int = 0) -> tuple[Bar, ...]:
    """The parts of a bar; ``longest`` is the count that fills the width (0: their sum)."""
    bars, start = [], 0.0
    for weight, count in counts.items():
        length = round(WIDTH * count / (longest or sum(counts.values())), 2) if count else 0
        bars.append(Bar(weight, round(start, 2), length))
        start += length
    return tuple(bar for bar in bars if bar.length)


def grade_bins(grades: Iterable[float], target: float) -> tuple[Bin, ...]:
    """Count articles by school grade, rounded up, from 0 to 18 (which includes higher grades)."""
    counts = Counter(min(_LAST_GRADE, max(0, math.ceil(grade))) for grade in grades)
    if not counts:
        return ()
    highest = max(counts.values())
    last = max(*counts, math.ceil(target) + 2)
    return tuple(
        Bin(grade, counts[grade], round(max(1, HEIGHT * counts[grade] / highest), 1), grade > target)
        for grade in range(last + 1)
    )


def median(values: Collection[float]) -> float | None:
    """The median; None without values."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if not ordered:
        return None
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
