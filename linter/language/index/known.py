"""The terms that start with a word, read from the pieces of an index when the word first occurs.

A piece is the JSON of the node for a first word, or for the first two words where many terms start with the same one.
So nothing is built at startup, and most of an index is never read.
"""

import json
from collections.abc import Collection, Mapping

from linter.language.hits import Families
from linter.language.index.entries import Entry
from linter.language.index.tree import (
    ANCHORS,
    FIRST_CLASSES,
    FIRST_PREFIXES,
    PREFIXES,
    SPLIT,
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
    """A child of the root: its key, the words that can follow, and whether prefixes of words can."""

    key: str
    node: Node
    seconds: Collection[str]
    prefixed: bool


class Known(Struct, frozen=True):
    """What starts with a word: the one-word ``terms`` (owner, term) and those ``spelled`` exactly; the ``families`` of
    ``terms``, and the wordings that start with these classes; the wordings ``anchored`` at the word; which words may
    follow (``starts``, ``seconds``, ``prefixed``), with a cache of the nodes that they lead to."""

    terms: tuple[tuple[str, str], ...]
    families: frozenset[str]
    class_entries: tuple[Entry, ...]
    spelled: tuple[tuple[str, str, str], ...]
    anchored: tuple[Anchored, ...]
    starts: tuple[_Start, ...]
    seconds: Collection[str]
    prefixed: bool
    pairs: dict[str, list[Node]]


NOTHING = Known((), frozenset(), (), (), (), (), frozenset(), False, {})
_ENDS = {TERMS, ANCHORS}
"""Keys that do not lead to other nodes."""
_MAX_CACHED = 50_000
"""Maximum words, and words after one of them, that are cached: an endless stream of new words must not fill memory."""
_decoded = json.JSONDecoder().raw_decode
"""``json.loads`` without its checks for a byte-order mark and surrounding whitespace, which pieces do not have."""


class Pieces:
    """The pieces of an index: nodes by first word, by ``*`` and a prefix of it, or by ``<class>``; and wordings, by
    ``~`` and their number."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.known: dict[str, Known] = {}
        """What starts with the words that have occurred so far."""
        self.families = Families(json.loads(texts[UNIONS]))
        self._texts = texts
        self._nodes: dict[str, Node] = {}
        self._wordings: dict[int, Anchored] = {}
        self._starting: dict[str, tuple[Entry, ...]] = {}
        self._prefixes = frozenset(json.loads(texts[FIRST_PREFIXES]))
        self._classes = frozenset(json.loads(texts[FIRST_CLASSES]))
        self._longest_prefix = max(map(len, self._prefixes), default=0)

    def learn(self, word: str) -> Known:
        """Look up what starts with a new word, and cache it."""
        keys = [word] if word.isascii() else [word, plain(word)]
        # bounded, since a word can be as long as an article
        sizes = range(3, min(len(word), self._longest_prefix) + 1)
        keys += [f"{PREFIXES}{word[:size]}" for size in sizes if word[:size] in self._prefixes]
        nodes = {key: node for key in keys if (node := self._node(key)) is not None}
        starts = tuple(start for key, node in nodes.items() if (start := _start(key, node)) is not None)
        terms = tuple(term for node in nodes.values() for term in terms_at(node))
        known = NOTHING
        if nodes:
            owners = [owner for owner, _, exact in terms if not exact]
            known = Known(
                tuple((owner, term) for owner, term, exact in terms if not exact),
                frozenset().union(*(self.families[owner] for owner in owners)),
                tuple(entry for owner in owners for entry in self.starting_with(owner)),
                tuple(term for term in terms if term[2]),
                tuple(wording for node in nodes.values() for wording in self.anchored_at(node)),
                starts,
                starts[0].seconds if len(starts) == 1 else frozenset().union(*(start.seconds for start in starts)),
                any(start.prefixed for start in starts),
                {},
            )
        if len(self.known) > _MAX_CACHED:
            self.known.clear()
        self.known[word] = known
        return known

    def lead(self, known: Known, after: str) -> list[Node]:
        """Return the nodes that the word ``after`` leads to after a known one."""
        level: list[Node] = []
        for start in known.starts:
            level += children(start.node, after)
            if SPLIT in start.node:
                forms = (after,) if after.isascii() else (after, plain(after))
                level += [child for form in forms if (child := self._node(f"{start.key} {form}")) is not None]
        if len(known.pairs) > _MAX_CACHED:
            known.pairs.clear()
        known.pairs[after] = level
        return level

    def starting_with(self, owner: str) -> tuple[Entry, ...]:
        """Return the wordings without an anchor that start with a class of ``owner``'s terms."""
        entries = self._starting.get(owner)
        if entries is None:
            nodes = (self._node(f"<{name}>") for name in self.families[owner] if name in self._classes)
            loaded = (wording.load() for node in nodes if node for wording in self.anchored_at(node))
            entries = self._starting[owner] = tuple(loaded)
        return entries

    def anchored_at(self, node: Node) -> tuple[Anchored, ...]:
        """Return the wordings anchored at a node."""
        wordings = node.get(ANCHORS, ())
        if isinstance(wordings, list):  # numbers, on first use
            wordings = node[ANCHORS] = tuple(map(self._wording, wordings))
        anchored: tuple[Anchored, ...] = wordings
        return anchored

    def _node(self, key: str) -> Node | None:
        node = self._nodes.get(key)
        if node is None and (piece := self._texts.get(key)) is not None:
            node, _ = _decoded(piece)
            self._nodes[key] = node
        return node

    def _wording(self, number: int) -> Anchored:
        wording = self._wordings.get(number)
        if wording is None:
            wording = self._wordings[number] = Anchored(self._texts[f"{ANCHORS}{number}"])
        return wording


def _start(key: str, node: Node) -> _Start | None:
    """Return how terms continue from a child of the root, or None if they do not."""
    if node.keys() <= _ENDS:
        return None
    # the node itself serves as the set of second words: its other keys lead to no nodes
    return _Start(key, node, frozenset(node[SPLIT]) if SPLIT in node else node, PREFIXES in node)
