"""All terms of all lexicon classes and all phrases of all rules, found in one pass over the words of a block.

The index is a tree of plain dictionaries over words: ``node[word]`` is the next node, ``node["*"]`` maps the beginnings
of words to nodes, and ``node[""]`` lists the entries that end here. It is kept as text, one piece of JSON for each
first word, and a piece is read when its word first turns up: nothing is built at start-up, and most of it is never
read.
"""

import itertools
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from linter.language.patterns import DEFAULT_GAP, END, NUMBER, RESERVED, START, Pattern
from linter.language.words import Words, plain

Node = dict[str, Any]
RANKS = (0, 1, 2)
_SENTENCE_SIGNS = frozenset(".?!;\ufffc")


class Hit(NamedTuple):
    """Words ``[first, last)`` of a block are the term ``term`` of the class (or rule) ``owner``."""

    first: int
    last: int
    owner: str
    term: str


class Step(NamedTuple):
    """An element of a wording, ready to be matched: its sort, its words and word beginnings, or a class or gap."""

    sort: str
    words: frozenset[str]
    beginnings: tuple[str, ...]
    name: str
    most: int
    optional: bool


class Entry(NamedTuple):
    """What an index knows of one pattern: the steps before its anchor words (nearest first) and after them.

    ``exact`` is the spelling that must match letter by letter; ``rank`` says when the pattern's turn comes: class terms
    first, then class terms that ask for classes, then rules.
    """

    owner: str
    term: str
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    exact: str
    rank: int


class _Anchor(NamedTuple):
    """The anchor words of an entry at ``[start, end)``; what is around them is still to be looked at."""

    entry: Entry
    start: int
    end: int


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
    beginnings = tuple(word[:-1] for word in words if word.endswith("*") and len(word) > 1)
    return Step("words", frozenset(words), beginnings, "", 0, optional)


class Index:
    """Finds terms. Build one with :func:`build`, or from the pieces of one that was built."""

    def __init__(self, pieces: Mapping[str, str]) -> None:
        self.pieces = pieces
        """JSON of a node by first word, by ``*`` and a beginning of the first word, and by ``<class>``."""
        self._nodes: dict[str, Node | None] = {}
        self._starts: dict[str, tuple[Node, ...]] = {}
        self._opened: dict[str, tuple[Entry, ...]] = {}

    def find(self, text: str, words: Words, sentences: Iterable[tuple[int, int]]) -> list[Hit]:
        """The hits of a block in order of place. ``sentences`` are word ranges; no hit crosses one.

        Wordings with gaps and classes are completed after the plain terms of their sentence, rank by rank.
        """
        hits: list[Hit] = []
        for first, last in sentences:
            found: list[Hit] = []
            anchors: tuple[list[_Anchor], ...] = tuple([] for _ in RANKS)
            for index in range(first, last):
                for node in self._start(words.words[index]):
                    self._walk(node, text, words, index, first, last, found, anchors)
            self._complete_all(found, anchors, words.words, first, last)
            hits += found
        hits.sort(key=lambda hit: (hit.first, -hit.last))
        return hits

    def _complete_all(
        self, found: list[Hit], anchors: tuple[list[_Anchor], ...], words: list[str], first: int, last: int
    ) -> None:
        """Complete the anchors of a sentence and of its class terms; ``found`` grows by their hits."""
        sentence = _Sentence(words, first, last)
        new = list(found)
        for rank in RANKS:
            sentence.learn(new)
            for hit in new:
                for entry in self._opened_by(hit.owner):
                    anchors[entry.rank].append(_Anchor(entry, hit.first, hit.first))
            new = [whole for anchor in anchors[rank] if (whole := self._complete(anchor, sentence)) is not None]
            found += new

    def _opened_by(self, owner: str) -> tuple[Entry, ...]:
        """The wordings without a plain word that begin with a class, for a term of that class or a sub-class."""
        entries = self._opened.get(owner)
        if entries is None:
            parts = owner.split(".")
            names = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
            nodes = (self._node(f"<{name}>") for name in names)
            entries = tuple(entry for node in nodes if node for entry in _entries(node))
            self._opened[owner] = entries
        return entries

    def _complete(self, anchor: _Anchor, sentence: "_Sentence") -> Hit | None:
        """The whole wording around an anchor, or None."""
        entry, start, end = anchor
        begin = sentence.follow(entry.before, start, -1) if entry.before else start
        if begin is None:
            return None
        stop = sentence.follow(entry.after, end, 1) if entry.after else end
        return None if stop is None else Hit(begin, stop, entry.owner, entry.term)

    def _start(self, word: str) -> tuple[Node, ...]:
        """The nodes that a word leads to from the root."""
        nodes = self._starts.get(word)
        if nodes is None:
            keys = [word] if word.isascii() else [word, plain(word)]
            keys += [f"*{word[:length]}" for length in range(3, len(word) + 1)]
            nodes = tuple(node for key in keys if (node := self._node(key)) is not None)
            if len(self._starts) > 50_000:  # an endless stream of new words must not fill the memory
                self._starts.clear()
            self._starts[word] = nodes
        return nodes

    def _node(self, key: str) -> Node | None:
        if key not in self.pieces:
            return None
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = json.loads(self.pieces[key])
        return node

    def _walk(
        self,
        node: Node,
        text: str,
        words: Words,
        start: int,
        first: int,
        last: int,
        hits: list[Hit],
        anchors: tuple[list[_Anchor], ...],
    ) -> None:
        """Follow the words from ``start`` down the tree: plain terms become hits, the anchors of others are kept."""
        before = words.words[start - 1] if start > first else ""
        stack = [(node, start + 1)]
        while stack:
            node, index = stack.pop()
            after = words.words[index] if index < last else ""
            if "" in node:
                for entry in _entries(node):
                    if entry.exact and text[words.starts[start] : words.ends[index - 1]] != entry.exact:
                        continue
                    if not entry.before and not entry.after:
                        hits.append(Hit(start, index, entry.owner, entry.term))
                    elif _may_follow(entry.before, before) and _may_follow(entry.after, after):
                        anchors[entry.rank].append(_Anchor(entry, start, index))
            if after and (len(node) > 1 or "" not in node):
                stack.extend((child, index + 1) for child in _children(node, after))


def _may_follow(steps: tuple[Step, ...], word: str) -> bool:
    """Whether the word beside an anchor fits the nearest step; most anchors are given up here."""
    if not steps:
        return True
    step = steps[0]
    if step.sort != "words" or step.optional:
        return True
    return word in step.words or (bool(step.beginnings) and word.startswith(step.beginnings))


def _entries(node: Node) -> tuple[Entry, ...]:
    """The entries that end at a node; made ready when they are first asked for."""
    kept = node[""]
    if isinstance(kept, list):
        kept = node[""] = tuple(map(_ready, kept))
    ready: tuple[Entry, ...] = kept
    return ready


def _ready(kept: str) -> Entry:
    """An entry as it is kept, made ready for matching: what stands before the anchor is followed backward."""
    owner, term, before, after, exact, rank = (kept.split(RESERVED) + [""] * 4)[:6]
    return Entry(
        owner,
        term,
        tuple(map(_step, reversed(before.split()))),
        tuple(map(_step, after.split())),
        exact,
        int(rank or 0),
    )


def _children(node: Node, word: str) -> Iterable[Node]:
    child = node.get(word) if word and word != "*" else None
    if child is not None:
        yield child
    if not word.isascii():
        child = node.get(plain(word))
        if child is not None:
            yield child
    stems = node.get("*")
    if stems is not None:
        for length in range(3, len(word) + 1):
            child = stems.get(word[:length])
            if child is not None:
                yield child


class _Sentence:
    """The words ``[first, last)`` of a block and the class terms that start and end at each of them."""

    def __init__(self, words: list[str], first: int, last: int) -> None:
        self._words = words
        self._first = first
        self._last = last
        self._unread: list[Hit] = []
        self._starting: dict[int, list[Hit]] = {}
        self._ending: dict[int, list[Hit]] = {}

    def learn(self, hits: Iterable[Hit]) -> None:
        """Take the class terms among some hits into account."""
        self._unread += hits

    def follow(self, steps: tuple[Step, ...], place: int, direction: int) -> int | None:
        """Where the steps end, walking from ``place``; None if they do not fit.

        Of several ways the one with the shortest gaps is taken, and what may be left out is taken where it stands.
        """
        places = [place]
        for step in steps:
            reached: dict[int, None] = {}
            for old in places:
                for new in self._reach(step, old, direction):
                    reached[new] = None
                if step.optional:
                    reached[old] = None
            if not reached:
                return None
            places = list(reached)
        return places[0]

    def _reach(self, step: Step, place: int, direction: int) -> Iterable[int]:
        index = place if direction > 0 else place - 1
        if step.sort == "words":
            if self._first <= index < self._last:
                word = self._words[index]
                if word in step.words or (step.beginnings and word.startswith(step.beginnings)):
                    return (place + direction,)
            return ()
        if step.sort == "gap":
            return self._gap(step.most, place, direction)
        if step.sort == "class":
            return self._class(step.name, place, direction)
        if step.sort in (START, END):
            rest = self._words[self._first : place] if step.sort == START else self._words[place : self._last]
            return () if any(word[0].isalnum() for word in rest) else (place,)
        if self._first <= index < self._last:
            char = self._words[index][0]
            if char.isdigit() or (step.sort == "_" and char.isalpha()):
                return (place + direction,)
        return ()

    def _gap(self, most: int, place: int, direction: int) -> list[int]:
        places = [place]
        for _ in range(most):
            index = place if direction > 0 else place - 1
            if not self._first <= index < self._last or self._words[index] in _SENTENCE_SIGNS:
                break
            place += direction
            places.append(place)
        return places

    def _class(self, name: str, place: int, direction: int) -> list[int]:
        prefix = name + "."
        for hit in self._unread:
            self._starting.setdefault(hit.first, []).append(hit)
            self._ending.setdefault(hit.last, []).append(hit)
        self._unread.clear()
        hits = (self._starting if direction > 0 else self._ending).get(place, ())
        found = [hit for hit in hits if hit.owner == name or hit.owner.startswith(prefix)]
        # the longest term first
        return sorted((hit.last if direction > 0 else hit.first for hit in found), reverse=direction > 0)


def build(patterns: Iterable[tuple[str, str, Pattern, str]]) -> Index:
    """An index of ``(owner, term, pattern, exact spelling or "")``."""
    root: Node = {}
    for owner, term, pattern, exact in patterns:
        entry = _kept(owner, term, pattern, exact)
        if pattern.anchor:
            for anchor in itertools.product(*(element.split("|") for element in pattern.anchor)):
                _insert(root, anchor, entry)
        else:  # found by the class that it begins with
            root.setdefault(pattern.after[0], {}).setdefault("", []).append(entry)
    return Index({key: json.dumps(node, separators=(",", ":")) for key, node in root.items()})


def _kept(owner: str, term: str, pattern: Pattern, exact: str) -> str:
    """An entry as it is kept: one string, since most entries are never asked for."""
    parts = (owner, term, " ".join(pattern.before), " ".join(pattern.after), exact, str(_rank(owner, pattern) or ""))
    return RESERVED.join(parts).rstrip(RESERVED)


def _insert(root: Node, anchor: tuple[str, ...], entry: str) -> None:
    first, *rest = anchor
    node = root.setdefault(f"*{first[:-1]}" if _is_beginning(first) else first, {})
    for word in rest:
        beginning = _is_beginning(word)
        node = (node.setdefault("*", {}) if beginning else node).setdefault(word.rstrip("*") if beginning else word, {})
    node.setdefault("", []).append(entry)


def _is_beginning(word: str) -> bool:
    return word.endswith("*") and len(word) > 1


def _rank(owner: str, pattern: Pattern) -> int:
    if owner.startswith("rule:"):
        return 2
    return int(any(element.startswith("<") and element[1:2].isalpha() for element in (*pattern.before, *pattern.after)))
