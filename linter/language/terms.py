"""All terms of all lexicon classes and all phrases of all rules, found in one pass over the words of a block.

The index is a tree of plain dictionaries and lists, so that it is stored as JSON and needs no building at start-up:
``node[word]`` is the next node, ``node["*"]`` maps the beginnings of words to nodes, and ``node[""]`` lists the numbers
of the entries that end here.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from linter.language.patterns import DEFAULT_GAP, END, START, Pattern
from linter.language.words import Words, plain

Node = dict[str, Any]
_SENTENCE_SIGNS = frozenset(".?!;\ufffc")


class Hit(NamedTuple):
    """Words ``[first, last)`` of a block are the term ``term`` of the class (or rule) ``owner``."""

    first: int
    last: int
    owner: str
    term: str


class Entry(NamedTuple):
    """What an index knows of one expanded pattern. ``exact`` is the spelling that must match letter by letter."""

    owner: str
    term: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    exact: str


class Index:
    """Finds terms. Build one with :func:`build`, or from what :meth:`stored` gave."""

    def __init__(self, root: Node, entries: Sequence[Entry]) -> None:
        self._root = root
        self._entries = entries
        self._memo: dict[str, tuple[Node, ...]] = {}

    @classmethod
    def load(cls, stored: dict[str, Any]) -> "Index":
        """An index from the plain data of :meth:`stored`."""
        return cls(stored["root"], [Entry(*entry) for entry in stored["entries"]])

    def stored(self) -> dict[str, Any]:
        """The index as plain data for JSON."""
        return {"root": self._root, "entries": [list(entry) for entry in self._entries]}

    def find(self, text: str, words: Words, sentences: Iterable[tuple[int, int]]) -> list[Hit]:
        """The hits of a block in order of place. ``sentences`` are word ranges; no hit crosses one."""
        hits: list[Hit] = []
        deferred: list[tuple[Entry, int, int, int, int]] = []
        for first, last in sentences:
            for index in range(first, last):
                for node in self._start(words.words[index]):
                    self._walk(node, text, words, index, first, last, hits, deferred)
        by_class = [hit for hit in hits if not hit.owner.startswith("rule:")]
        for entry, start, end, first, last in deferred:
            matcher = _Matcher(words.words, by_class, first, last)
            for begin, stop in matcher.extend(entry, start, end):
                hits.append(Hit(begin, stop, entry.owner, entry.term))
        hits.sort(key=lambda hit: (hit.first, -hit.last))
        return hits

    def _start(self, word: str) -> tuple[Node, ...]:
        nodes = self._memo.get(word)
        if nodes is None:
            nodes = tuple(_children(self._root, word))
            if len(self._memo) > 50_000:
                self._memo.clear()
            self._memo[word] = nodes
        return nodes

    def _walk(
        self,
        node: Node,
        text: str,
        words: Words,
        start: int,
        first: int,
        last: int,
        hits: list[Hit],
        deferred: list[tuple[Entry, int, int, int, int]],
    ) -> None:
        stack = [(node, start + 1)]
        while stack:
            node, index = stack.pop()
            for number in node.get("", ()):
                entry = self._entries[number]
                if entry.exact and text[words.starts[start] : words.ends[index - 1]] != entry.exact:
                    continue
                if entry.before or entry.after:
                    deferred.append((entry, start, index, first, last))
                else:
                    hits.append(Hit(start, index, entry.owner, entry.term))
            if index < last and (len(node) > 1 or "" not in node):
                stack.extend((child, index + 1) for child in _children(node, words.words[index]))


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


class _Matcher:
    """Extends a found anchor by the elements before and after it, within one sentence."""

    def __init__(self, words: list[str], class_hits: list[Hit], first: int, last: int) -> None:
        self._words = words
        self._hits = [hit for hit in class_hits if first <= hit.first < last]
        self._first = first
        self._last = last

    def extend(self, entry: Entry, start: int, end: int) -> list[tuple[int, int]]:
        """Word ranges of the whole pattern around an anchor: the shortest one, or none."""
        begin = self._match(tuple(reversed(entry.before)), start, -1)
        if begin is None:
            return []
        stop = self._match(entry.after, end, 1)
        return [] if stop is None else [(begin, stop)]

    def _match(self, elements: tuple[str, ...], place: int, step: int) -> int | None:
        """Where the elements end, walking from ``place`` in direction ``step``; None if they do not fit."""
        places = {place}
        for element in elements:
            places = {new for old in places for new in self._advance(element, old, step)}
            if not places:
                return None
        return min(places) if step > 0 else max(places)

    def _advance(self, element: str, place: int, step: int) -> Iterable[int]:
        if element == START:
            return (place,) if place == self._first else ()
        if element == END:
            rest = self._words[place : self._last]
            return (place,) if all(not word[0].isalnum() for word in rest) else ()
        if element.startswith("..."):
            return self._gap(int(element[3:] or DEFAULT_GAP), place, step)
        if element.startswith("<"):
            return self._class(element[1:-1], place, step)
        index = place if step > 0 else place - 1
        if not self._first <= index < self._last:
            return ()
        return (place + step,) if _fits(element, self._words[index]) else ()

    def _gap(self, most: int, place: int, step: int) -> Iterable[int]:
        places = [place]
        for _ in range(most):
            index = place if step > 0 else place - 1
            if not self._first <= index < self._last or self._words[index] in _SENTENCE_SIGNS:
                break
            place += step
            places.append(place)
        return places

    def _class(self, name: str, place: int, step: int) -> Iterable[int]:
        prefix = name + "."
        for hit in self._hits:
            if hit.owner == name or hit.owner.startswith(prefix):
                if step > 0 and hit.first == place:
                    yield hit.last
                elif step < 0 and hit.last == place:
                    yield hit.first


def _fits(element: str, word: str) -> bool:
    if element == "_":
        return word[0].isalnum()
    if element == "#":
        return word[0].isdigit()
    if element.endswith("*") and len(element) > 1:
        return word.startswith(element[:-1])
    return word == element


def build(patterns: Iterable[tuple[str, str, Pattern, str]]) -> Index:
    """An index of ``(owner, term, pattern, exact spelling or "")``."""
    root: Node = {}
    entries: list[Entry] = []
    for owner, term, pattern, exact in patterns:
        node = root
        for word in pattern.anchor:
            if word.endswith("*") and len(word) > 1:
                node = node.setdefault("*", {}).setdefault(word[:-1], {})
            else:
                node = node.setdefault(word, {})
        node.setdefault("", []).append(len(entries))
        entries.append(Entry(owner, term, pattern.before, pattern.after, exact))
    return Index(root, entries)
