"""What begins with a word: read from the pieces of an index when the word first turns up.

A piece is the JSON of a node for each first word (for each pair of words where a first word begins many terms). So
nothing is built at start-up, and most of an index is never read.
"""

import json
from collections.abc import Collection, Mapping

from linter.language.hits import Families
from linter.language.index.entries import Entry
from linter.language.index.tree import (
    ANCHORS,
    APART,
    BEGINNINGS,
    OPENINGS,
    STEMS,
    TERMS,
    UNIONS,
    Anchored,
    Node,
    children,
    terms_at,
)
from linter.language.words import plain
from linter.value import Struct


class _Start(Struct, frozen=True):
    """A node below the root with its key, which words lead on from it, and whether beginnings of words do."""

    key: str
    node: Node
    seconds: Collection[str]
    stems: bool


class Known(Struct, frozen=True):
    """What begins with a word: the terms that end with it (with their exact spelling, if any), the anchors, and where
    further words lead on. Of the terms without a spelling, the classes and the wordings that begin with one of these.
    ``pairs`` are the nodes that words after it led to before."""

    terms: tuple[tuple[str, str], ...]
    families: frozenset[str]
    begun: tuple[Entry, ...]
    spelled: tuple[tuple[str, str, str], ...]
    anchored: tuple[Anchored, ...]
    starts: tuple[_Start, ...]
    seconds: Collection[str]
    stems: bool
    pairs: dict[str, list[Node]]


NOTHING = Known((), frozenset(), (), (), (), (), frozenset(), False, {})
_ENDS = {TERMS, ANCHORS}
"""Keys of a node from which nothing leads on."""
_MANY = 50_000
"""Words (and followers of one) that are remembered: an endless stream of new ones must not fill the memory."""
_decoded = json.JSONDecoder().raw_decode
"""``json.loads`` without a look for what no piece has: a byte order mark, white space at its ends."""


class Pieces:
    """The pieces of an index: nodes by first word, by ``*`` and a beginning of it, by ``<class>``; and wordings, by
    ``~`` and their number."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.known: dict[str, Known] = {}
        """What begins with the words that have turned up."""
        self.families = Families(json.loads(texts[UNIONS]))
        self._texts = texts
        self._nodes: dict[str, Node] = {}
        self._wordings: dict[int, Anchored] = {}
        self._begun: dict[str, tuple[Entry, ...]] = {}
        self._beginnings = frozenset(json.loads(texts[BEGINNINGS]))
        self._openings = frozenset(json.loads(texts[OPENINGS]))
        self._longest_beginning = max(map(len, self._beginnings), default=0)

    def learn(self, word: str) -> Known:
        """Look up what begins with a word that has not turned up before."""
        keys = [word] if word.isascii() else [word, plain(word)]
        # a word can be as long as an article
        sizes = range(3, min(len(word), self._longest_beginning) + 1)
        keys += [f"{STEMS}{word[:size]}" for size in sizes if word[:size] in self._beginnings]
        nodes = {key: node for key in keys if (node := self._node(key)) is not None}
        starts = tuple(start for key, node in nodes.items() if (start := _start(key, node)) is not None)
        terms = tuple(term for node in nodes.values() for term in terms_at(node))
        known = NOTHING
        if nodes:
            owners = [owner for owner, _, exact in terms if not exact]
            known = Known(
                tuple((owner, term) for owner, term, exact in terms if not exact),
                frozenset().union(*(self.families[owner] for owner in owners)),
                tuple(begun for owner in owners for begun in self.begun_by(owner)),
                tuple(term for term in terms if term[2]),
                tuple(found for node in nodes.values() for found in self.anchored_at(node)),
                starts,
                starts[0].seconds if len(starts) == 1 else frozenset().union(*(start.seconds for start in starts)),
                any(start.stems for start in starts),
                {},
            )
        if len(self.known) > _MANY:
            self.known.clear()
        self.known[word] = known
        return known

    def lead(self, known: Known, after: str) -> list[Node]:
        """Where a word leads to after a known one."""
        level: list[Node] = []
        for start in known.starts:
            level += children(start.node, after)
            if APART in start.node:
                forms = (after,) if after.isascii() else (after, plain(after))
                level += [child for form in forms if (child := self._node(f"{start.key} {form}")) is not None]
        if len(known.pairs) > _MANY:
            known.pairs.clear()
        known.pairs[after] = level
        return level

    def begun_by(self, owner: str) -> tuple[Entry, ...]:
        """The wordings without a plain word that begin with a class, for a term of that class or a sub-class."""
        begun = self._begun.get(owner)
        if begun is None:
            nodes = (self._node(f"<{name}>") for name in self.families[owner] if name in self._openings)
            entries = (found.ready() for node in nodes if node for found in self.anchored_at(node))
            begun = self._begun[owner] = tuple(entries)
        return begun

    def anchored_at(self, node: Node) -> tuple[Anchored, ...]:
        """The wordings of which a node is an anchor."""
        kept = node.get(ANCHORS, ())
        if isinstance(kept, list):
            kept = node[ANCHORS] = tuple(map(self._wording, kept))
        found: tuple[Anchored, ...] = kept
        return found

    def _node(self, key: str) -> Node | None:
        node = self._nodes.get(key)
        if node is None and (piece := self._texts.get(key)) is not None:
            node, _ = _decoded(piece)
            self._nodes[key] = node
        return node

    def _wording(self, number: int) -> Anchored:
        found = self._wordings.get(number)
        if found is None:
            found = self._wordings[number] = Anchored(self._texts[f"{ANCHORS}{number}"])
        return found


def _start(key: str, node: Node) -> _Start | None:
    """What leads on from a node below the root; None if nothing does."""
    if node.keys() <= _ENDS:
        return None
    # what a node keeps beside words leads nowhere, so that the node itself serves
    return _Start(key, node, frozenset(node[APART]) if APART in node else node, STEMS in node)
