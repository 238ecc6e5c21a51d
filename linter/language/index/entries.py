"""Wordings: the elements of one, how an index keeps it, and what matching needs to know of it.

Elements: ``cure``, ``say|claim*`` (one of these words), ``<effect>``, :data:`NUMBER`, ``_``, ``...4``, :data:`START`,
:data:`END`; a leading ``?`` marks one that may be left out.
"""

from functools import cache

from linter.value import Struct

START = "<^>"
END = "<$>"
NUMBER = "<#>"
RESERVED = "~"
"""The one sign that no pattern may hold: the index keeps its entries with it."""
DEFAULT_GAP = 4
RANKS = (0, 1, 2)
_RULE = "rule:"


class Pattern(Struct, frozen=True):
    """One wording as elements: the ``anchor`` words to look for, and the elements before and after them.

    Without an anchor the wording begins with a class, and all of it stands in ``after``.
    """

    anchor: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class Step(Struct, frozen=True):
    """An element of a wording, ready to be matched: its sort, its words and word beginnings, or a class or gap."""

    sort: str
    words: frozenset[str]
    beginnings: tuple[str, ...]
    name: str
    most: int
    optional: bool


class Entry(Struct, frozen=True):
    """What an index knows of one wording: the steps before its anchor words (nearest first) and after them.

    ``exact`` is the spelling that must match letter by letter; ``rank`` says when the wording's turn comes: class terms
    first, then class terms that ask for classes, then rules. A sentence without ``classes`` and without one of each of
    the ``words`` cannot hold it, which is quickly seen and spares most attempts.
    """

    owner: str
    term: str
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    exact: str
    rank: int
    words: tuple[frozenset[str], ...]
    classes: frozenset[str]


def is_open(pattern: Pattern) -> bool:
    """Whether there is more to a wording than its anchor words."""
    return bool(pattern.before or pattern.after)


def union(owner: str, pattern: Pattern) -> str:
    """The class that a wording of a class only names (``<effect>``): its terms are of this class, too. Else empty."""
    whole = len(pattern.after) == 1 and not pattern.anchor and not pattern.before and not owner.startswith(_RULE)
    return pattern.after[0][1:-1] if whole else ""


def kept(owner: str, term: str, pattern: Pattern, exact: str) -> str:
    """A wording as an index keeps it: one string, since most are never asked for."""
    if not is_open(pattern):
        return RESERVED.join((owner, term, exact)).rstrip(RESERVED)
    parts = (owner, term, " ".join(pattern.before), " ".join(pattern.after), exact, str(_rank(owner, pattern) or ""))
    return RESERVED.join(parts).rstrip(RESERVED)


def needed(pattern: Pattern) -> str:
    """The words, divided by ``|``, of which a sentence must have one to hold a wording; empty if there are none such.

    Of several choices the one of the longest words counts, which prose has least.
    """
    steps = [element for element in (*pattern.before, *pattern.after) if _step(element).sort == "words"]
    certain = [element for element in steps if not _step(element).optional and not _step(element).beginnings]
    return max(certain, key=lambda element: min(map(len, element.split("|"))), default="")


def plain_term(text: str) -> tuple[str, str, str]:
    """Owner, term and exact spelling of a wording without more to it, from what :func:`kept` made."""
    owner, term, exact = [*text.split(RESERVED), "", ""][:3]
    return owner, term, exact


def entry(text: str) -> Entry:
    """An entry from what :func:`kept` made, ready for matching: what stands before the anchor is followed backward."""
    owner, term, before, after, exact, rank = (text.split(RESERVED) + [""] * 4)[:6]
    backward, forward = tuple(map(_step, reversed(before.split()))), tuple(map(_step, after.split()))
    certain = [step for step in backward + forward if not step.optional]
    words = tuple(step.words for step in certain if step.sort == "words" and not step.beginnings)
    classes = frozenset(step.name for step in certain if step.sort == "class")
    return Entry(owner, term, backward, forward, exact, int(rank or 0), words, classes)


@cache
def _step(element: str) -> Step:
    optional = element.startswith("?") and len(element) > 1
    element = element[1:] if optional else element
    if element in (START, END, NUMBER, "_"):
        return Step(element, frozenset(), (), "", 0, optional)
    if element.startswith("..."):
        return Step("gap", frozenset(), (), "", int(element[3:] or DEFAULT_GAP), optional)
    if element.startswith("<"):
        return Step("class", frozenset(), (), element[1:-1], 0, optional)
    words = element.split("|")
    beginnings = tuple(word[:-1] for word in words if word.endswith("*") and len(word) > 1)
    return Step("words", frozenset(words), beginnings, "", 0, optional)


def _rank(owner: str, pattern: Pattern) -> int:
    if owner.startswith(_RULE):
        return 2
    return int(any(element.startswith("<") and element[1:2].isalpha() for element in (*pattern.before, *pattern.after)))
