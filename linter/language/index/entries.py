"""Wordings: their elements, their serialized form in an index, and their form for matching.

Elements are ``cure``, ``say|claim*`` (one of these words), ``<effect>``, :data:`NUMBER`, ``_``, ``...4``,
:data:`START` and :data:`END`; a leading ``?`` marks an optional one.
"""

from functools import cache

from linter.value import Struct

START = "<^>"
END = "<$>"
NUMBER = "<#>"
RESERVED = "~"
"""The character that patterns must not contain, because it separates the fields of serialized entries."""
DEFAULT_GAP = 4
RANKS = (0, 1, 2)
_RULE = "rule:"


class Pattern(Struct, frozen=True):
    """A wording as elements: the ``anchor`` words to search for, and the elements before and after them.

    A wording without an anchor starts with a class and is entirely in ``after``.
    """

    anchor: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class Step(Struct, frozen=True):
    """An element of a wording, ready for matching: its kind, and its words and prefixes, class name or maximum gap."""

    kind: str
    words: frozenset[str]
    prefixes: tuple[str, ...]
    name: str
    most: int
    optional: bool


class Entry(Struct, frozen=True):
    """A wording ready for matching: the steps before its anchor words (nearest first) and after them.

    ``exact`` is a spelling that must match exactly. ``rank`` orders matching: class terms, then class terms that refer
    to classes, then rules. A sentence must have all ``classes`` and a word of each set in ``words``: a quick test that
    rules out most attempts.
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
    """Return whether a wording has elements other than its anchor words."""
    return bool(pattern.before or pattern.after)


def union(owner: str, pattern: Pattern) -> str:
    """Return the class that a term of a lexicon class includes (``<effect>``), or "" if the term is anything else."""
    whole = len(pattern.after) == 1 and not pattern.anchor and not pattern.before and not owner.startswith(_RULE)
    return pattern.after[0][1:-1] if whole else ""


def serialize(owner: str, term: str, pattern: Pattern, exact: str) -> str:
    """Return a wording as one string; an index keeps this form, because most wordings are never needed."""
    if not is_open(pattern):
        return RESERVED.join((owner, term, exact)).rstrip(RESERVED)
    parts = (owner, term, " ".join(pattern.before), " ".join(pattern.after), exact, str(_rank(owner, pattern) or ""))
    return RESERVED.join(parts).rstrip(RESERVED)


def required_words(pattern: Pattern) -> str:
    """Return words, separated by ``|``, one of which a sentence needs to match a wording; empty if there are none.

    Of several elements, choose the one with the longest words, which are the rarest in prose.
    """
    steps = [element for element in (*pattern.before, *pattern.after) if _step(element).kind == "words"]
    certain = [element for element in steps if not _step(element).optional and not _step(element).prefixes]
    return max(certain, key=lambda element: min(map(len, element.split("|"))), default="")


def parse_term(text: str) -> tuple[str, str, str]:
    """Return owner, term and exact spelling of a plain wording that :func:`serialize` wrote."""
    owner, term, exact = [*text.split(RESERVED), "", ""][:3]
    return owner, term, exact


def parse_entry(text: str) -> Entry:
    """Return the entry of a wording that :func:`serialize` wrote; steps before the anchor are matched backward."""
    owner, term, before, after, exact, rank = (text.split(RESERVED) + [""] * 4)[:6]
    backward, forward = tuple(map(_step, reversed(before.split()))), tuple(map(_step, after.split()))
    certain = [step for step in backward + forward if not step.optional]
    words = tuple(step.words for step in certain if step.kind == "words" and not step.prefixes)
    classes = frozenset(step.name for step in certain if step.kind == "class")
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
    prefixes = tuple(word[:-1] for word in words if word.endswith("*") and len(word) > 1)
    return Step("words", frozenset(words), prefixes, "", 0, optional)


def _rank(owner: str, pattern: Pattern) -> int:
    if owner.startswith(_RULE):
        return 2
    return int(any(element.startswith("<") and element[1:2].isalpha() for element in (*pattern.before, *pattern.after)))
