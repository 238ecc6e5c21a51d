"""The tree of words that stores terms: its keys, and access to its nodes.

Nodes are plain dictionaries: ``node[word]`` is the next node, ``node["*"]`` maps prefixes of words to nodes,
``node[""]`` lists the plain terms that end here, and ``node["~"]`` the numbers of the wordings with gaps and classes
that are anchored here.
"""

from functools import cache

from linter.language.index.entries import RESERVED, Entry, parse_entry, parse_term
from linter.language.words import plain
from linter.typed import Any

Node = dict[str, Any]
TERMS = ""
ANCHORS = RESERVED
PREFIXES = "*"
FIRST_PREFIXES = "* "
"""Lists the prefixes of first words."""
UNIONS = "< "
"""Maps a class to the classes that include all of its terms."""
FIRST_CLASSES = "<> "
"""Lists the classes that wordings without an anchor start with."""
SPLIT = " "
"""Lists the second words of a node whose children are pieces of their own, keyed by ``first second`` word."""
_INNER = frozenset((TERMS, ANCHORS, PREFIXES, SPLIT))
"""Keys that are not words; some symbols become one of them without accents (``～``, ``¨``, a lone accent)."""


class Anchored:
    """A wording anchored at nodes, and words one of which a sentence needs to match it."""

    __slots__ = ("_serialized", "entry", "words")

    def __init__(self, text: str) -> None:
        words, self._serialized = text.split("\t")
        self.words = _choice(words)
        self.entry: Entry | None = None

    def load(self) -> Entry:
        """Return the entry, parsed on first use."""
        if self.entry is None:
            self.entry = parse_entry(self._serialized)
        return self.entry


@cache
def _choice(words: str) -> frozenset[str]:
    return frozenset(words.split("|")) if words else frozenset()


def terms_at(node: Node) -> tuple[tuple[str, str, str], ...]:
    """Return owner, term and exact spelling of the plain terms that end at a node."""
    terms = node.get(TERMS, ())
    if isinstance(terms, list):  # serialized, on first use
        terms = node[TERMS] = tuple(map(parse_term, terms))
    parsed: tuple[tuple[str, str, str], ...] = terms
    return parsed


def children(node: Node, word: str) -> list[Node]:
    """Return the nodes that a word leads to: by itself, without its accents, and by its prefixes."""
    child = node.get(word) if word not in (PREFIXES, ANCHORS) else None
    children = [] if child is None else [child]
    if not word.isascii() and (form := plain(word)) not in _INNER:
        child = node.get(form)
        if child is not None:
            children.append(child)
    if PREFIXES in node:
        prefixes = node[PREFIXES]
        children += [prefixes[word[:length]] for length in range(3, len(word) + 1) if word[:length] in prefixes]
    return children
