"""Wordings with gaps and classes, completed around their anchor words within one sentence."""

from collections.abc import Iterable, Mapping, Sequence

from linter.language.hits import Families, Hit
from linter.language.index.entries import END, RANKS, START, Entry, Step
from linter.language.index.tree import Anchored
from linter.language.words import Words

_new = tuple.__new__
_SENTENCE_SIGNS = frozenset(".?!;\ufffc")


class SentenceTerms:
    """The words ``[first, last)`` of a block, the hits in them by owner, and the anchors that wait for their turn, by
    rank.

    ``families`` are the classes of the hits and those above them, as far as hits are not ``new``.
    """

    def __init__(self, text: str, words: Words, first: int, last: int, families: Families) -> None:
        self.words = words.words
        self.first = first
        self.last = last
        self.hits: dict[str, list[Hit]] = {}
        self.new: list[Hit] = []
        self.families: set[str] = set()
        self.anchors: tuple[list[tuple[Entry, int, int]], ...] = tuple([] for _ in RANKS)
        self._text = text
        self._all = words
        self._lacks = frozenset(self.words[first:last]).isdisjoint
        self._opening: int | None = None
        self._families_of = families
        self._ways: dict[tuple[str, int], dict[int, list[int]]] = {}

    def note(self, terms: Iterable[tuple[str, str, str]], anchored: Iterable[Anchored], start: int, end: int) -> None:
        """Terms that end with the words ``[start, end)`` become hits; anchors that may be completed are kept."""
        for owner, term, exact in terms:
            if not exact or self._spelled(exact, start, end):
                self.add(_new(Hit, (start, end, owner, term)))
        without = self._lacks
        anchors = self.anchors
        for wording in anchored:
            if wording.words and without(wording.words):
                continue
            found = wording.entry or wording.ready()
            if found.words and any(map(without, found.words)):
                continue
            if not found.exact or self._spelled(found.exact, start, end):
                anchors[found.rank].append((found, start, end))

    def _spelled(self, exact: str, start: int, end: int) -> bool:
        return self._text[self._all.starts[start] : self._all.ends[end - 1]] == exact

    def add(self, hit: Hit) -> None:
        """Take one more hit into account."""
        owner = hit[2]
        if owner in self.hits:
            self.hits[owner].append(hit)
        else:
            self.hits[owner] = [hit]
        self.new.append(hit)

    def complete(self, rank: int) -> None:
        """Complete the anchors whose turn has come; what becomes of them is new."""
        families = self.families
        whole = [
            hit
            for found, start, end in self.anchors[rank]
            if found.classes <= families and (hit := self._whole(found, start, end)) is not None
        ]
        for hit in whole:
            self.add(hit)
        self._ways.clear()

    def _whole(self, found: Entry, start: int, end: int) -> Hit | None:
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
            elif step.sort == "words" and not step.optional:  # most others: words or a class after a gap
                places = [new for old in places for new in self._reach(step, old, direction)]
            elif step.sort == "class" and not step.optional:
                ways = self._class(step.name, direction)
                places = list(dict.fromkeys([new for old in places if old in ways for new in ways[old]]))
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
        if sort == START:
            return (place,) if place <= self._opened() else ()
        if sort == END:
            return () if any(word[0].isalnum() for word in self.words[place : self.last]) else (place,)
        index = place if direction > 0 else place - 1
        if not self.first <= index < self.last:
            return ()
        word = self.words[index]
        if sort == "words":
            fits = word in step.words or (step.beginnings and word.startswith(step.beginnings))
        else:
            fits = word[0].isdigit() or (sort == "_" and word[0].isalpha())
        return (place + direction,) if fits else ()

    def _opened(self) -> int:
        """Where the sentence begins, signs before its first word left out."""
        if self._opening is None:
            spoken = (index for index in range(self.first, self.last) if self.words[index][0].isalnum())
            self._opening = next(spoken, self.last)
        return self._opening

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
            families_of, forward = self._families_of, direction > 0
            own = [hit for owner, hits in self.hits.items() if name in families_of[owner] for hit in hits]
            ends = {(hit[0], hit[1]) if forward else (hit[1], hit[0]) for hit in own}
            ways = self._ways[key] = {}
            for near, far in sorted(ends, reverse=forward):
                ways.setdefault(near, []).append(far)
        return ways
