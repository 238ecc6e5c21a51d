"""The tree of words in which terms are kept: its keys, and what stands at a node.

It is of plain dictionaries: ``node[word]`` is the next node, ``node["*"]`` maps the beginnings of words to nodes,
``node[""]`` lists the plain terms that end here, and ``node["~"]`` the numbers of the wordings that continue with gaps
and classes, of which this is an anchor.
"""

from functools import cache

from linter.language.index.entries import RESERVED, Entry, entry, plain_term
from linter.language.words import plain
from linter.typed import Any

Node = dict[str, Any]
TERMS = ""
ANCHORS = RESERVED
STEMS = "*"
BEGINNINGS = "* "
"""Lists the beginnings of first words."""
UNIONS = "< "
"""Maps a class to the classes whose terms all of its terms are."""
OPENINGS = "<> "
"""Lists the classes that wordings begin with."""
APART = " "
"""Lists the words that lead on from a node whose children are pieces of their own, by ``first second`` word."""
_INNER = frozenset((TERMS, ANCHORS, STEMS, APART))
"""Keys of a node that lead to no child; signs without their accents read like them (``～``, ``¨``, an accent alone)."""


class Anchored:
    """A wording that is anchored at some nodes, and the words of which a sentence must have one to hold it."""

    __slots__ = ("_kept", "entry", "words")

    def __init__(self, kept: str) -> None:
        words, self._kept = kept.split("\t")
        self.words = _choice(words)
        self.entry: Entry | None = None

    def ready(self) -> Entry:
        """The wording, made ready when it is first asked for."""
        if self.entry is None:
            self.entry = entry(self._kept)
        return self.entry


@cache
def _choice(words: str) -> frozenset[str]:
    return frozenset(words.split("|")) if words else frozenset()


def terms_at(node: Node) -> tuple[tuple[str, str, str], ...]:
    """Owner, term and exact spelling of the plain terms that end at a node; made ready when first asked for."""
    kept = node.get(TERMS, ())
    if isinstance(kept, list):
        kept = node[TERMS] = tuple(map(plain_term, kept))
    ready: tuple[tuple[str, str, str], ...] = kept
    return ready


def children(node: Node, word: str) -> list[Node]:
    """The nodes that a word leads to: by itself, without its accents, by its beginnings."""
    child = node.get(word) if word not in (STEMS, ANCHORS) else None
    children = [] if child is None else [child]
    if not word.isascii() and (form := plain(word)) not in _INNER:
        child = node.get(form)
        if child is not None:
            children.append(child)
    if STEMS in node:
        stems = node[STEMS]
        children += [stems[word[:length]] for length in range(3, len(word) + 1) if word[:length] in stems]
    return children
