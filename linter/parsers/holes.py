"""Code of another language in a text: template tags, expressions, scripts.

It is masked character by character, so that the HTML tokenizer ignores it and offsets do not change. A range masked
with :data:`DROPPED` is read as one dropped inline, one masked with :data:`VEIL` as nothing.
"""

from collections.abc import Iterable

from linter.value import Struct
from linter.view import DROPPED

VEIL = "\u200b"
"""An invisible character."""


class Hole(Struct, frozen=True, order=True):
    """A range of the source, and the character that replaces each of its characters."""

    start: int
    end: int
    mask: str = DROPPED


def masked(text: str, holes: Iterable[Hole]) -> str:
    """Return the text, of the same length, with its holes masked; they must be in order and not overlap."""
    parts: list[str] = []
    at = 0
    for hole in holes:
        parts += (text[at : hole.start], hole.mask * (hole.end - hole.start))
        at = hole.end
    return "".join((*parts, text[at:]))
