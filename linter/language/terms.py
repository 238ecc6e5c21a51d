"""All terms of all lexicon classes and all phrases of all rules, found in one pass over the words of a block.

The index is a tree over words (``linter.language.tree``). It is kept as text, one piece of JSON for each first word
(for each pair of words where a first word begins many terms), and a piece is read when its words first turn up:
nothing is built at start-up, and most of it is never read.
"""

import json
from collections.abc import Iterable, Mapping

from linter.language.completion import SentenceTerms
from linter.language.hits import Families, Hit
from linter.language.tree import (
    ANCHORS,
    APART,
    BEGINNINGS,
    STEMS,
    TERMS,
    UNIONS,
    Anchored,
    Node,
    children,
    terms_at,
)
from linter.language.wordings import RANKS, Entry
from linter.language.words import Words, plain
from linter.value import Struct

_new = tuple.__new__


class _Start(Struct, frozen=True):
    """A node below the root with its key, which words lead on from it, and whether beginnings of words do."""

    key: str
    node: Node
    seconds: frozenset[str]
    stems: bool


class _Known(Struct, frozen=True):
    """What begins with a word: the terms that end with it (with their exact spelling, if any), the anchors, and where
    further words lead on. ``pairs`` are the nodes that words after it led to before."""

    terms: tuple[tuple[str, str], ...]
    spelled: tuple[tuple[str, str, str], ...]
    anchored: tuple[Anchored, ...]
    starts: tuple[_Start, ...]
    seconds: frozenset[str]
    stems: bool
    pairs: dict[str, list[Node]]


_NOTHING = _Known((), (), (), (), frozenset(), False, {})
_MANY = 50_000
"""Words (and followers of one) that are remembered: an endless stream of new ones must not fill the memory."""


class Index:
    """Finds terms. Build one with ``linter.language.indexing.build``, or from the pieces of one that was built."""

    def __init__(self, pieces: Mapping[str, str]) -> None:
        self.pieces = pieces
        """JSON of a node by first word, by ``*`` and a beginning of the first word, and by ``<class>``; wordings by
        ``~`` and their number."""
        self._nodes: dict[str, Node | None] = {}
        self._known: dict[str, _Known] = {}
        self._opened: dict[str, tuple[Entry, ...]] = {}
        self._beginnings = frozenset(json.loads(pieces[BEGINNINGS]))
        self._wordings: dict[int, Anchored] = {}
        self.families = Families(json.loads(pieces[UNIONS]))
        self._longest_beginning = max(map(len, self._beginnings), default=0)

    def find(self, text: str, words: Words, sentences: Iterable[tuple[int, int]]) -> dict[str, list[Hit]]:
        """The hits of a block by owner, in no order. ``sentences`` are word ranges; no hit crosses one.

        Wordings with gaps and classes are completed after the plain terms of their sentence, rank by rank.
        """
        hits: dict[str, list[Hit]] = {}
        for first, last in sentences:
            sentence = SentenceTerms(text, words, first, last, self.families)
            self._look_up(sentence)
            self._complete_all(sentence)
            for hit in sentence.hits:
                owner = hit[2]
                if owner in hits:
                    hits[owner].append(hit)
                else:
                    hits[owner] = [hit]
        return hits

    def _look_up(self, sentence: "SentenceTerms") -> None:
        """Note what begins at each word of a sentence."""
        words, end, hits, known_words = sentence.words, sentence.last, sentence.hits, self._known
        for index in range(sentence.first, end):
            word = words[index]
            known = known_words.get(word)
            if known is None:
                known = self._learn(word)
            if known is _NOTHING:
                continue
            following = index + 1
            if known.starts and following < end:
                after = words[following]
                if after in known.seconds or known.stems or not after.isascii():
                    level = known.pairs.get(after)
                    if level is None:
                        level = self._learn_pair(known, after)
                    if level:
                        self._walk(level, sentence, index)
            for owner, term in known.terms:
                hits.append(_new(Hit, (index, following, owner, term)))
            if known.anchored or known.spelled:
                sentence.note(known.spelled, known.anchored, index, following)

    def _complete_all(self, sentence: "SentenceTerms") -> None:
        """Complete the anchors of a sentence and of its class terms; its hits grow."""
        anchors, families, opened = sentence.anchors, sentence.families, self._opened
        new = sentence.hits
        for rank in RANKS:
            for hit in new:
                owner = hit[2]
                if owner not in families:
                    families.update(self.families[owner])
                entries = opened.get(owner)
                if entries is None:
                    entries = self._open(owner)
                for begun in entries:
                    anchors[begun.rank].append((begun, hit[0], hit[0]))
            new = [
                whole
                for found, start, end in anchors[rank]
                if found.classes <= families and (whole := sentence.complete(found, start, end)) is not None
            ]
            sentence.add(new)

    def _open(self, owner: str) -> tuple[Entry, ...]:
        """The wordings without a plain word that begin with a class, for a term of that class or a sub-class."""
        nodes = (self._node(f"<{name}>") for name in self.families[owner])
        entries = tuple(found.ready() for node in nodes if node for found in self._anchored_at(node))
        self._opened[owner] = entries
        return entries

    def _learn(self, word: str) -> _Known:
        """Look up what begins with a word that has not turned up before."""
        keys = [word] if word.isascii() else [word, plain(word)]
        # a word can be as long as an article
        sizes = range(3, min(len(word), self._longest_beginning) + 1)
        keys += [f"{STEMS}{word[:size]}" for size in sizes if word[:size] in self._beginnings]
        nodes = {key: node for key in keys if (node := self._node(key)) is not None}
        starts = tuple(start for key, node in nodes.items() if (start := _start(key, node)) is not None)
        terms = tuple(term for node in nodes.values() for term in terms_at(node))
        known = _NOTHING
        if nodes:
            known = _Known(
                tuple((owner, term) for owner, term, exact in terms if not exact),
                tuple(term for term in terms if term[2]),
                tuple(found for node in nodes.values() for found in self._anchored_at(node)),
                starts,
                frozenset().union(*(start.seconds for start in starts)),
                any(start.stems for start in starts),
                {},
            )
        if len(self._known) > _MANY:
            self._known.clear()
        self._known[word] = known
        return known

    def _node(self, key: str) -> Node | None:
        node = self._nodes.get(key)
        if node is None and (piece := self.pieces.get(key)) is not None:
            node = self._nodes[key] = json.loads(piece)
        return node

    def _anchored_at(self, node: Node) -> tuple[Anchored, ...]:
        """The wordings of which a node is an anchor."""
        kept = node.get(ANCHORS, ())
        if isinstance(kept, list):
            kept = node[ANCHORS] = tuple(map(self._wording, kept))
        found: tuple[Anchored, ...] = kept
        return found

    def _wording(self, number: int) -> Anchored:
        found = self._wordings.get(number)
        if found is None:
            found = self._wordings[number] = Anchored(self.pieces[f"{ANCHORS}{number}"])
        return found

    def _learn_pair(self, known: _Known, after: str) -> list[Node]:
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

    def _walk(self, level: list[Node], sentence: "SentenceTerms", first: int) -> None:
        """Follow the words after ``first`` down the tree, from the nodes of the second word on: plain terms become
        hits, the anchors of others are kept."""
        index = first + 2
        while level:
            for node in level:
                if TERMS in node or ANCHORS in node:
                    sentence.note(terms_at(node), self._anchored_at(node), first, index)
            if index == sentence.last:
                return
            level = [child for node in level for child in children(node, sentence.words[index])]
            index += 1


def _start(key: str, node: Node) -> _Start | None:
    """What leads on from a node below the root; None if nothing does."""
    seconds = frozenset(node[APART]) if APART in node else frozenset(node) - {TERMS, ANCHORS, STEMS}
    return _Start(key, node, seconds, STEMS in node) if seconds or STEMS in node else None
