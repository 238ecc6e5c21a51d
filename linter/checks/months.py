"""Read the month and year of dates in metadata and text."""

from collections.abc import Sequence

from linter.expression import expression
from linter.language.reading import BlockReading
from linter.value import Struct

_ISO_DATE = expression(r"(\d{4})-(0[1-9]|1[0-2])-\d\d")
_YEARS = range(1990, 2100)
_DATE_WORDS = 4
"""Words and punctuation before the year of a date."""


class Month(Struct, frozen=True, order=True):
    """A month of a year. A date that is only a year counts as its December."""

    year: int
    month: int

    def before(self, other: "Month") -> int:
        """Return how many months this one is before another."""
        return (other.year - self.year) * 12 + other.month - self.month


def iso_month(day: str) -> Month | None:
    """Return the month of an ISO date, or None if it is empty or malformed."""
    found = _ISO_DATE.fullmatch(day)
    return Month(int(found[1]), int(found[2])) if found else None


def month_in(reading: BlockReading, first: int, last: int) -> Month | None:
    """Return the first date in the words ``[first, last)``.

    Reads 2026-05-12, 12 May 2026, May 12, 2026, May 2026, 5/12/2026 and 2026.
    """
    months = {hit.first: int(hit.owner.removeprefix("month.")) for hit in reading.hits_in("month", first, last)}
    words = reading.words.words
    for index in range(first, last):
        year = words[index]
        if len(year) == 4 and year.isdecimal() and int(year) in _YEARS:
            start = max(first, index - _DATE_WORDS)
            named = next((months[near] for near in range(index - 1, start - 1, -1) if near in months), 0)
            return Month(int(year), named or _in_figures(words[start:index], words[index + 1 : index + 2]) or 12)
    return None


def _in_figures(before: Sequence[str], after: Sequence[str]) -> int:
    """Return the numeric month next to a year, as in 2026-05 and 5/12/2026, or 0 if there is none."""
    if after and len(after[0]) == 2 and _is_month(after[0]):
        return int(after[0])
    slashed = len(before) == _DATE_WORDS and before[1] == before[3] == "/"
    return int(before[0]) if slashed and _is_month(before[0]) else 0


def _is_month(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 12
