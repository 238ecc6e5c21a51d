"""All terms of all lexicon classes and all phrases of all rules, found in one pass over the words of a block.

The index is a tree of plain dictionaries over words: ``node[word]`` is the next node, ``node["*"]`` maps the beginnings
of words to nodes, ``node[""]`` lists the plain terms that end here, and ``node["~"]`` the anchors of wordings that
continue with gaps and classes. It is kept as text, one piece of JSON for each first word (for each pair of words where
a first word begins many terms), and a piece is read when its words first turn up: nothing is built at start-up, and
most of it is never read.
"""

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from linter.language.patterns import DEFAULT_GAP, END, NUMBER, RESERVED, START, Pattern
from linter.language.words import Words, plain
from linter.typed import Any
from linter.value import NamedTuple, Struct

Node = dict[str, Any]
RANKS = (0, 1, 2)
TERMS = ""
ANCHORS = RESERVED
STEMS = "*"
APART = " "
"""Lists the words that lead on from a node whose children are pieces of their own, by ``first second`` word."""
LONG_PIECE = 1000
_SENTENCE_SIGNS = frozenset(".?!;\ufffc")


class Hit(NamedTuple):
    """Words ``[first, last)`` of a block are the term ``term`` of the class (or rule) ``owner``."""

    first: int
    last: int
    owner: str
    term: str


class Step(Struct, frozen=True):
    """An element of a wording, ready to be matched: its sort, its words and word beginnings, or a class or gap."""

    sort: str
    words: frozenset[str]
    beginnings: tuple[str, ...]
    name: str
    most: int
    optional: bool


class Entry(Struct, frozen=True):
    """What an index knows of one wording: the steps before its anchor words (nearest first) and after them.

    ``exact`` is the spelling that must match letter by letter; ``rank`` says when the wording's turn comes: class terms
    first, then class terms that ask for classes, then rules. A sentence without ``classes`` and without one of each of
    the ``words`` cannot hold it, which is quickly seen and spares most attempts.
    """

    owner: str
    term: str
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    exact: str
    rank: int
    words: tuple[frozenset[str], ...]
    classes: frozenset[str]


class _Start(Struct, frozen=True):
    """A node below the root with its key; whether terms or anchors end there, and which words lead on.

    ``stems`` tells that beginnings of words do, too.
    """

    key: str
    node: Node
    ends: bool
    seconds: frozenset[str]
    stems: bool


class _Anchor(Struct, frozen=True):
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
        self._starts: dict[str, tuple[_Start, ...]] = {}
        self._opened: dict[str, tuple[Entry, ...]] = {}

    def find(self, text: str, words: Words, sentences: Iterable[tuple[int, int]]) -> list[Hit]:
        """The hits of a block in order of place. ``sentences`` are word ranges; no hit crosses one.

        Wordings with gaps and classes are completed after the plain terms of their sentence, rank by rank.
        """
        hits: list[Hit] = []
        starts = self._starts
        for first, last in sentences:
            sentence = _Sentence(text, words, first, last)
            for index in range(first, last):
                word = words.words[index]
                known = starts.get(word)
                for start in self._start(word) if known is None else known:
                    if start.ends:
                        sentence.note(start.node, index, index + 1)
                    if index + 1 < last:
                        after = words.words[index + 1]
                        if after in start.seconds or start.stems or not after.isascii():
                            self._walk(start, sentence, index)
            self._complete_all(sentence)
            hits += sentence.hits
        hits.sort(key=_place)
        return hits

    def _complete_all(self, sentence: "_Sentence") -> None:
        """Complete the anchors of a sentence and of its class terms; its hits grow."""
        new = list(sentence.hits)
        opened = self._opened
        for rank in RANKS:
            for hit in new:
                entries = opened.get(hit.owner)
                for entry in self._opened_by(hit.owner) if entries is None else entries:
                    sentence.anchors[entry.rank].append(_Anchor(entry, hit.first, hit.first))
            anchors = sentence.anchors[rank]
            sentence.learn(new)
            new = [whole for anchor in anchors if (whole := sentence.complete(anchor)) is not None]
            sentence.hits += new

    def _opened_by(self, owner: str) -> tuple[Entry, ...]:
        """The wordings without a plain word that begin with a class, for a term of that class or a sub-class."""
        nodes = (self._node(f"<{name}>") for name in families_of(owner))
        entries = tuple(entry for node in nodes if node for entry in _anchored(node))
        self._opened[owner] = entries
        return entries

    def _start(self, word: str) -> tuple[_Start, ...]:
        """Where a word leads to from the root."""
        keys = [word] if word.isascii() else [word, plain(word)]
        keys += [f"{STEMS}{word[:length]}" for length in range(3, len(word) + 1)]
        starts = tuple(
            _Start(
                key,
                node,
                TERMS in node or ANCHORS in node,
                frozenset(node[APART] if APART in node else node.keys() - {TERMS, ANCHORS, STEMS}),
                STEMS in node,
            )
            for key in keys
            if (node := self._node(key)) is not None
        )
        if len(self._starts) > 50_000:  # an endless stream of new words must not fill the memory
            self._starts.clear()
        self._starts[word] = starts
        return starts

    def _node(self, key: str) -> Node | None:
        if key not in self.pieces:
            return None
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = json.loads(self.pieces[key])
        return node

    def _walk(self, start: _Start, sentence: "_Sentence", first: int) -> None:
        """Follow the words after ``first`` down the tree: plain terms become hits, the anchors of others are kept."""
        after = sentence.words[first + 1]
        level = _children(start.node, after)
        if APART in start.node:
            forms = (after,) if after.isascii() else (after, plain(after))
            level += [child for form in forms if (child := self._node(f"{start.key} {form}")) is not None]
        index = first + 2
        while level:
            for node in level:
                if TERMS in node or ANCHORS in node:
                    sentence.note(node, first, index)
            if index == sentence.last:
                return
            level = [child for node in level for child in _children(node, sentence.words[index])]
            index += 1


def _place(hit: Hit) -> tuple[int, int]:
    """Order of hits: by first word, the longest first."""
    return hit.first, -hit.last


@cache
def families_of(owner: str) -> tuple[str, ...]:
    """A class and the classes above it, the widest first."""
    parts = owner.split(".")
    return tuple(".".join(parts[:length]) for length in range(1, len(parts) + 1))


def _plain_terms(node: Node) -> tuple[tuple[str, str, str], ...]:
    """Owner, term and exact spelling of the plain terms that end at a node; made ready when first asked for."""
    kept = node[TERMS]
    if isinstance(kept, list):
        kept = node[TERMS] = tuple(tuple([*entry.split(RESERVED), "", ""][:3]) for entry in kept)
    ready: tuple[tuple[str, str, str], ...] = kept
    return ready


def _anchored(node: Node) -> tuple[Entry, ...]:
    """The wordings whose anchor ends at a node; made ready when they are first asked for."""
    kept = node[ANCHORS]
    if isinstance(kept, list):
        kept = node[ANCHORS] = tuple(map(_ready, kept))
    ready: tuple[Entry, ...] = kept
    return ready


def _ready(kept: str) -> Entry:
    """An entry as it is kept, made ready for matching: what stands before the anchor is followed backward."""
    owner, term, before, after, exact, rank = (kept.split(RESERVED) + [""] * 4)[:6]
    backward, forward = tuple(map(_step, reversed(before.split()))), tuple(map(_step, after.split()))
    needed = [step for step in backward + forward if not step.optional]
    words = tuple(step.words for step in needed if step.sort == "words" and not step.beginnings)
    classes = frozenset(step.name for step in needed if step.sort == "class")
    return Entry(owner, term, backward, forward, exact, int(rank or 0), words, classes)


def _children(node: Node, word: str) -> list[Node]:
    child = node.get(word) if word not in (STEMS, ANCHORS) else None
    children = [] if child is None else [child]
    if not word.isascii():
        child = node.get(plain(word))
        if child is not None:
            children.append(child)
    if STEMS in node:
        children += _stems(node, word)
    return children


def _stems(node: Node, word: str) -> list[Node]:
    stems = node[STEMS]
    return [stems[word[:length]] for length in range(3, len(word) + 1) if word[:length] in stems]


class _Sentence:
    """The words ``[first, last)`` of a block, the hits in them, and the anchors that wait for their turn, by rank."""

    def __init__(self, text: str, words: Words, first: int, last: int) -> None:
        self.words = words.words
        self.last = last
        self.hits: list[Hit] = []
        self.anchors: tuple[list[_Anchor], ...] = tuple([] for _ in RANKS)
        self._text = text
        self._all = words
        self._first = first
        self._present = frozenset(self.words[first:last])
        self._families: set[str] = set()
        self._unread: list[Hit] = []
        self._starting: dict[int, list[Hit]] = {}
        self._ending: dict[int, list[Hit]] = {}

    def note(self, node: Node, start: int, end: int) -> None:
        """The plain terms of a node at the words ``[start, end)`` become hits, its anchors are kept."""
        if TERMS in node:
            for owner, term, exact in _plain_terms(node):
                if not exact or self._spelled(exact, start, end):
                    self.hits.append(Hit(start, end, owner, term))
        if ANCHORS in node:
            for entry in _anchored(node):
                if not any(map(self._present.isdisjoint, entry.words)) and (
                    not entry.exact or self._spelled(entry.exact, start, end)
                ):
                    self.anchors[entry.rank].append(_Anchor(entry, start, end))

    def _spelled(self, exact: str, start: int, end: int) -> bool:
        return self._text[self._all.starts[start] : self._all.ends[end - 1]] == exact

    def learn(self, hits: Iterable[Hit]) -> None:
        """Take the class terms among some hits into account."""
        self._unread += hits
        for owner in {hit.owner for hit in hits}:
            self._families.update(families_of(owner))

    def complete(self, anchor: _Anchor) -> Hit | None:
        """The whole wording around an anchor, or None."""
        entry, start, end = anchor.entry, anchor.start, anchor.end
        if not entry.classes <= self._families:
            return None
        begin = self._follow(entry.before, start, -1) if entry.before else start
        if begin is None:
            return None
        stop = self._follow(entry.after, end, 1) if entry.after else end
        return None if stop is None else Hit(begin, stop, entry.owner, entry.term)

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
                    reached.update(dict.fromkeys(self._reach(step, old, direction)))
                    if step.optional:
                        reached[old] = None
                places = tuple(reached)
            if not places:
                return None
        return places[0]

    def _reach(self, step: Step, place: int, direction: int) -> Sequence[int]:
        index = place if direction > 0 else place - 1
        if step.sort == "words":
            if self._first <= index < self.last:
                word = self.words[index]
                if word in step.words or (step.beginnings and word.startswith(step.beginnings)):
                    return (place + direction,)
            return ()
        if step.sort == "gap":
            return self._gap(step.most, place, direction)
        if step.sort == "class":
            return self._class(step.name, place, direction)
        if step.sort in (START, END):
            rest = self.words[self._first : place] if step.sort == START else self.words[place : self.last]
            return () if any(word[0].isalnum() for word in rest) else (place,)
        if self._first <= index < self.last:
            char = self.words[index][0]
            if char.isdigit() or (step.sort == "_" and char.isalpha()):
                return (place + direction,)
        return ()

    def _gap(self, most: int, place: int, direction: int) -> list[int]:
        places = [place]
        for _ in range(most):
            index = place if direction > 0 else place - 1
            if not self._first <= index < self.last or self.words[index] in _SENTENCE_SIGNS:
                break
            place += direction
            places.append(place)
        return places

    def _class(self, name: str, place: int, direction: int) -> list[int]:
        for hit in self._unread:
            self._starting.setdefault(hit.first, []).append(hit)
            self._ending.setdefault(hit.last, []).append(hit)
        self._unread.clear()
        hits = (self._starting if direction > 0 else self._ending).get(place)
        if hits is None:
            return []
        # the longest term first
        found = {hit.last if direction > 0 else hit.first for hit in hits if name in families_of(hit.owner)}
        return sorted(found, reverse=direction > 0)


def build(patterns: Iterable[tuple[str, str, Pattern, str]]) -> Index:
    """An index of ``(owner, term, pattern, exact spelling or "")``."""
    root: Node = {}
    for owner, term, pattern, exact in patterns:
        entry = _kept(owner, term, pattern, exact)
        if pattern.anchor:
            for anchor in itertools.product(*(element.split("|") for element in pattern.anchor)):
                _end_of(root, anchor).setdefault(ANCHORS if _is_open(pattern) else TERMS, []).append(entry)
        else:  # found by the class that it begins with
            root.setdefault(pattern.after[0], {}).setdefault(ANCHORS, []).append(entry)
    return Index(dict(_pieces(root)))


def _pieces(root: Node) -> Iterator[tuple[str, str]]:
    """The nodes of the root as text; a long one keeps its children as pieces of their own."""
    for key, node in root.items():
        text = json.dumps(node, separators=(",", ":"))
        if len(text) > LONG_PIECE:
            children = {word: child for word, child in node.items() if word not in (TERMS, ANCHORS, STEMS)}
            for word, child in children.items():
                yield f"{key} {word}", json.dumps(child, separators=(",", ":"))
            kept = {sign: value for sign, value in node.items() if sign not in children}
            text = json.dumps({**kept, APART: list(children)}, separators=(",", ":"))
        yield key, text


def _kept(owner: str, term: str, pattern: Pattern, exact: str) -> str:
    """An entry as it is kept: one string, since most entries are never asked for."""
    if not _is_open(pattern):
        return RESERVED.join((owner, term, exact)).rstrip(RESERVED)
    parts = (owner, term, " ".join(pattern.before), " ".join(pattern.after), exact, str(_rank(owner, pattern) or ""))
    return RESERVED.join(parts).rstrip(RESERVED)


def _is_open(pattern: Pattern) -> bool:
    """Whether there is more to a wording than its anchor words."""
    return bool(pattern.before or pattern.after)


def _end_of(root: Node, anchor: tuple[str, ...]) -> Node:
    """The node that some anchor words lead to, made where it is missing."""
    first, *rest = anchor
    node: Node = root.setdefault(f"{STEMS}{first[:-1]}" if _is_beginning(first) else first, {})
    for word in rest:
        if _is_beginning(word):
            node = node.setdefault(STEMS, {}).setdefault(word[:-1], {})
        else:
            node = node.setdefault(word, {})
    return node


def _is_beginning(word: str) -> bool:
    return word.endswith("*") and len(word) > 1


def _rank(owner: str, pattern: Pattern) -> int:
    if owner.startswith("rule:"):
        return 2
    return int(any(element.startswith("<") and element[1:2].isalpha() for element in (*pattern.before, *pattern.after)))
