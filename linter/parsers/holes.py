"""Stretches of another language in a text: template tags, expressions, scripts.

They are masked character by character, so that the HTML tokenizer passes over them and every offset stays the source's:
a hole is read as one dropped inline, a veiled stretch as nothing at all.
"""

from collections.abc import Iterable

from linter.value import Struct
from linter.view import DROPPED

VEIL = "\u200b"
"""A character that no reader sees."""


class Hole(Struct, frozen=True, order=True):
    """A stretch of the source and the character that stands for each of its characters."""

    start: int
    end: int
    mask: str = DROPPED


def masked(text: str, holes: Iterable[Hole]) -> str:
    """The text, as long as before, with its holes masked; they are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for hole in holes:
        parts += (text[at : hole.start], hole.mask * (hole.end - hole.start))
        at = hole.end
    return "".join((*parts, text[at:]))
