"""All terms of all lexicon classes and all phrases of all rules, found in one pass over the words of a block.

The index is a tree of plain dictionaries over words: ``node[word]`` is the next node, ``node["*"]`` maps the beginnings
of words to nodes, ``node[""]`` lists the plain terms that end here, and ``node["~"]`` the anchors of wordings that
continue with gaps and classes, by the words of which a sentence must have one. It is kept as text, one piece of JSON
for each first word (for each pair of words where a first word begins many terms), and a piece is read when its words
first turn up: nothing is built at start-up, and most of it is never read.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from linter.language.patterns import END, RESERVED, START
from linter.language.wordings import RANKS, Entry, Step, entry, plain_term
from linter.language.words import Words, plain
from linter.typed import Any
from linter.value import NamedTuple, Struct

Node = dict[str, Any]
TERMS = ""
ANCHORS = RESERVED
STEMS = "*"
BEGINNINGS = "* "
"""Lists the beginnings of first words."""
APART = " "
"""Lists the words that lead on from a node whose children are pieces of their own, by ``first second`` word."""
_INNER = frozenset((TERMS, ANCHORS, STEMS, APART))
"""Keys of a node that lead to no child; signs without their accents read like them (``～``, ``¨``, an accent alone)."""
_SENTENCE_SIGNS = frozenset(".?!;\ufffc")


class Hit(NamedTuple):
    """Words ``[first, last)`` of a block are the term ``term`` of the class (or rule) ``owner``."""

    first: int
    last: int
    owner: str
    term: str


_new = tuple.__new__


class _Group:
    """Wordings that are anchored at a node, and the words of which a sentence must have one to hold any of them."""

    __slots__ = ("entries", "kept", "words")

    def __init__(self, words: str, kept: Sequence[str]) -> None:
        self.words = frozenset(words.split("|")) if words else frozenset[str]()
        self.kept = kept
        self.entries: tuple[Entry, ...] = ()

    def ready(self) -> tuple[Entry, ...]:
        """The wordings, made ready when they are first asked for."""
        if not self.entries:
            self.entries = tuple(map(entry, self.kept))
        return self.entries


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
    groups: tuple[_Group, ...]
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
        """JSON of a node by first word, by ``*`` and a beginning of the first word, and by ``<class>``."""
        self._nodes: dict[str, Node | None] = {}
        self._known: dict[str, _Known] = {}
        self._opened: dict[str, tuple[Entry, ...]] = {}
        self._beginnings = frozenset(json.loads(pieces[BEGINNINGS]))
        self._longest_beginning = max(map(len, self._beginnings), default=0)

    def find(self, text: str, words: Words, sentences: Iterable[tuple[int, int]]) -> dict[str, list[Hit]]:
        """The hits of a block by owner, in no order. ``sentences`` are word ranges; no hit crosses one.

        Wordings with gaps and classes are completed after the plain terms of their sentence, rank by rank.
        """
        hits: dict[str, list[Hit]] = {}
        for first, last in sentences:
            sentence = _Sentence(text, words, first, last)
            self._look_up(sentence)
            self._complete_all(sentence)
            for hit in sentence.hits:
                owner = hit[2]
                if owner in hits:
                    hits[owner].append(hit)
                else:
                    hits[owner] = [hit]
        return hits

    def _look_up(self, sentence: "_Sentence") -> None:
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
                        _walk(level, sentence, index)
            for owner, term in known.terms:
                hits.append(_new(Hit, (index, following, owner, term)))
            if known.groups or known.spelled:
                sentence.note(known.spelled, known.groups, index, following)

    def _complete_all(self, sentence: "_Sentence") -> None:
        """Complete the anchors of a sentence and of its class terms; its hits grow."""
        anchors, families, opened = sentence.anchors, sentence.families, self._opened
        new = sentence.hits
        for rank in RANKS:
            for hit in new:
                owner = hit[2]
                if owner not in families:
                    families.update(families_of(owner))
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
        nodes = (self._node(f"<{name}>") for name in families_of(owner))
        entries = tuple(found for node in nodes if node for group in _groups(node) for found in group.ready())
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
        terms = tuple(term for node in nodes.values() for term in _terms(node))
        known = _NOTHING
        if nodes:
            known = _Known(
                tuple((owner, term) for owner, term, exact in terms if not exact),
                tuple(term for term in terms if term[2]),
                tuple(group for node in nodes.values() for group in _groups(node)),
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

    def _learn_pair(self, known: _Known, after: str) -> list[Node]:
        """Where a word leads to after a known one."""
        level: list[Node] = []
        for start in known.starts:
            level += _children(start.node, after)
            if APART in start.node:
                forms = (after,) if after.isascii() else (after, plain(after))
                level += [child for form in forms if (child := self._node(f"{start.key} {form}")) is not None]
        if len(known.pairs) > _MANY:
            known.pairs.clear()
        known.pairs[after] = level
        return level


def _walk(level: list[Node], sentence: "_Sentence", first: int) -> None:
    """Follow the words after ``first`` down the tree, from the nodes of the second word on: plain terms become hits,
    the anchors of others are kept."""
    index = first + 2
    while level:
        for node in level:
            if TERMS in node or ANCHORS in node:
                sentence.note(_terms(node), _groups(node), first, index)
        if index == sentence.last:
            return
        level = [child for node in level for child in _children(node, sentence.words[index])]
        index += 1


@cache
def families_of(owner: str) -> tuple[str, ...]:
    """A class and the classes above it, the widest first."""
    parts = owner.split(".")
    return tuple(".".join(parts[:length]) for length in range(1, len(parts) + 1))


def _start(key: str, node: Node) -> _Start | None:
    """What leads on from a node below the root; None if nothing does."""
    seconds = frozenset(node[APART]) if APART in node else frozenset(node) - {TERMS, ANCHORS, STEMS}
    return _Start(key, node, seconds, STEMS in node) if seconds or STEMS in node else None


def _terms(node: Node) -> tuple[tuple[str, str, str], ...]:
    """Owner, term and exact spelling of the plain terms that end at a node; made ready when first asked for."""
    kept = node.get(TERMS, ())
    if isinstance(kept, list):
        kept = node[TERMS] = tuple(map(plain_term, kept))
    ready: tuple[tuple[str, str, str], ...] = kept
    return ready


def _groups(node: Node) -> tuple[_Group, ...]:
    """The wordings whose anchor ends at a node."""
    kept = node.get(ANCHORS, ())
    if isinstance(kept, dict):
        kept = node[ANCHORS] = tuple(_Group(words, entries) for words, entries in kept.items())
    groups: tuple[_Group, ...] = kept
    return groups


def _children(node: Node, word: str) -> list[Node]:
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


class _Sentence:
    """The words ``[first, last)`` of a block, the hits in them, and the anchors that wait for their turn, by rank.

    ``families`` are the classes of the hits and those above them.
    """

    def __init__(self, text: str, words: Words, first: int, last: int) -> None:
        self.words = words.words
        self.first = first
        self.last = last
        self.hits: list[Hit] = []
        self.families: set[str] = set()
        self.anchors: tuple[list[tuple[Entry, int, int]], ...] = tuple([] for _ in RANKS)
        self._text = text
        self._all = words
        self._present = frozenset(self.words[first:last])
        self._ways: dict[tuple[str, int], dict[int, list[int]]] = {}

    def note(self, terms: Iterable[tuple[str, str, str]], groups: Iterable[_Group], start: int, end: int) -> None:
        """Terms that end with the words ``[start, end)`` become hits; anchors that may be completed are kept."""
        for owner, term, exact in terms:
            if not exact or self._spelled(exact, start, end):
                self.hits.append(_new(Hit, (start, end, owner, term)))
        without = self._present.isdisjoint
        anchors = self.anchors
        for group in groups:
            if group.words and without(group.words):
                continue
            for found in group.entries or group.ready():
                if found.words and any(map(without, found.words)):
                    continue
                if not found.exact or self._spelled(found.exact, start, end):
                    anchors[found.rank].append((found, start, end))

    def _spelled(self, exact: str, start: int, end: int) -> bool:
        return self._text[self._all.starts[start] : self._all.ends[end - 1]] == exact

    def add(self, hits: list[Hit]) -> None:
        """Take some more hits into account."""
        self.hits += hits
        if hits:
            self._ways.clear()

    def complete(self, found: Entry, start: int, end: int) -> Hit | None:
        """The whole wording around the anchor words ``[start, end)``, or None."""
        if found.before:
            begin = self._follow(found.before, start, -1)
            if begin is None:
                return None
            start = begin
        if found.after:
            stop = self._follow(found.after, end, 1)
            if stop is None:
                return None
            end = stop
        return _new(Hit, (start, end, found.owner, found.term))

    def _follow(self, steps: tuple[Step, ...], place: int, direction: int) -> int | None:
        """Where the steps end, walking from ``place``; None if they do not fit.

        Of several ways the one with the shortest gaps is taken, and what may be left out is taken where it stands.
        """
        places: Sequence[int] = (place,)
        for step in steps:
            if len(places) == 1 and not step.optional:  # most steps
                places = self._reach(step, places[0], direction)
            else:
                reached: dict[int, None] = {}
                for old in places:
                    for new in self._reach(step, old, direction):
                        reached[new] = None
                    if step.optional:
                        reached[old] = None
                places = tuple(reached)
            if not places:
                return None
        return places[0]

    def _reach(self, step: Step, place: int, direction: int) -> Sequence[int]:
        """Where a step may end that begins at a place, the best way first."""
        sort = step.sort
        if sort == "class":
            return self._class(step.name, direction).get(place, ())
        if sort == "gap":
            return self._gap(step.most, place, direction)
        if sort in (START, END):
            rest = self.words[self.first : place] if sort == START else self.words[place : self.last]
            return () if any(word[0].isalnum() for word in rest) else (place,)
        index = place if direction > 0 else place - 1
        if not self.first <= index < self.last:
            return ()
        word = self.words[index]
        if sort == "words":
            fits = word in step.words or (step.beginnings and word.startswith(step.beginnings))
        else:
            fits = word[0].isdigit() or (sort == "_" and word[0].isalpha())
        return (place + direction,) if fits else ()

    def _gap(self, most: int, place: int, direction: int) -> Sequence[int]:
        words = self.words
        if direction > 0:
            end = min(place + most, self.last)
            for index in range(place, end):
                if words[index] in _SENTENCE_SIGNS:
                    end = index
                    break
            return range(place, end + 1)
        end = max(place - most, self.first)
        for index in range(place - 1, end - 1, -1):
            if words[index] in _SENTENCE_SIGNS:
                end = index + 1
                break
        return range(place, end - 1, -1)

    def _class(self, name: str, direction: int) -> Mapping[int, Sequence[int]]:
        """Where the terms of a class that begin (end) at a place end (begin), the longest first, by that place."""
        key = (name, direction)
        ways = self._ways.get(key)
        if ways is None:
            own = [hit for hit in self.hits if name in families_of(hit[2])]
            forward = direction > 0
            ends = {(hit[0], hit[1]) if forward else (hit[1], hit[0]) for hit in own}
            ways = self._ways[key] = {}
            for near, far in sorted(ends, reverse=forward):
                ways.setdefault(near, []).append(far)
        return ways
