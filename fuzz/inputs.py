"""Create inputs by mutating valid texts: delete, repeat, replace and splice parts, and insert tokens of the grammar."""

from collections.abc import Callable, Sequence
from random import Random

ODD = [
    "\ufeff",
    "\u202e",
    "\u00ad",
    "\u200b",
    "\u2028",
    "\x85",
    "\x0b",
    "\x1b[2J",
    "\ufffc",
    "İ",
    "ß",
    "😀",
    "e\u0301",
    "\r",
]
"""Characters that are often mishandled: invisible ones, unusual line ends, letters that change length."""

Step = Callable[[Random, str, Sequence[str], Sequence[str]], str]


def mutated(random: Random, seeds: Sequence[str], tokens: Sequence[str], longest: int) -> str:
    """Mutate a window of a seed by a few random steps, to at most ``longest`` characters."""
    text = _window(random, random.choice(seeds), longest)
    for _ in range(random.randrange(1, 7)):
        text = random.choice(_STEPS)(random, text, seeds, tokens)
    return text[:longest]


def _window(random: Random, text: str, longest: int) -> str:
    size = random.randrange(1, longest + 1)
    # the beginning (front matter, the head of a rule) is chosen as often as all the rest
    start = 0 if len(text) <= size or random.random() < 0.5 else random.randrange(len(text) - size + 1)
    return text[start : start + size]


def _place(random: Random, text: str) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(len(text), start + random.randrange(1, 20))


def _insert(random: Random, text: str, seeds: Sequence[str], tokens: Sequence[str]) -> str:
    start, _ = _place(random, text)
    return text[:start] + random.choice(tokens) + text[start:]


def _insert_odd(random: Random, text: str, seeds: Sequence[str], tokens: Sequence[str]) -> str:
    start, _ = _place(random, text)
    return text[:start] + random.choice(ODD) + text[start:]


def _repeat(random: Random, text: str, seeds: Sequence[str], tokens: Sequence[str]) -> str:
    start, _ = _place(random, text)
    return text[:start] + random.choice(tokens) * random.randrange(2, 40) + text[start:]


def _delete(random: Random, text: str, seeds: Sequence[str], tokens: Sequence[str]) -> str:
    start, end = _place(random, text)
    return text[:start] + text[end:]


def _double(random: Random, text: str, seeds: Sequence[str], tokens: Sequence[str]) -> str:
    start, end = _place(random, text)
    return text[:end] + text[start:end] * random.randrange(1, 4) + text[end:]


def _replace(random: Random, text: str, seeds: Sequence[str], tokens: Sequence[str]) -> str:
    start, end = _place(random, text)
    return text[:start] + random.choice(tokens) + text[end:]


def _splice(random: Random, text: str, seeds: Sequence[str], tokens: Sequence[str]) -> str:
    start, _ = _place(random, text)
    return text[:start] + _window(random, random.choice(seeds), 60) + text[start:]


_STEPS: tuple[Step, ...] = (_insert, _insert, _insert_odd, _repeat, _delete, _double, _replace, _splice)
