"""Completing wordings with gaps and classes around their anchor words, within one sentence."""

from collections.abc import Iterable, Mapping, Sequence

from linter.language.hits import Families, Hit
from linter.language.index.entries import END, RANKS, START, Entry, Step
from linter.language.index.tree import Anchored
from linter.language.words import Words

_new = tuple.__new__
_GAP_ENDS = frozenset(".?!;\ufffc")


class SentenceTerms:
    """A sentence, the words ``[first, last)`` of a block: its hits by owner, and its pending anchors by rank.

    ``families`` are the classes of the hits, with superclasses; those of the hits in ``new`` are not yet included.
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
        self._sentence_start: int | None = None
        self._families_of = families
        self._class_ends: dict[tuple[str, int], dict[int, list[int]]] = {}

    def note(self, terms: Iterable[tuple[str, str, str]], anchored: Iterable[Anchored], start: int, end: int) -> None:
        """Add hits for the terms at the words ``[start, end)``; collect the anchors that the sentence may complete."""
        for owner, term, exact in terms:
            if not exact or self._spelled(exact, start, end):
                self.add(_new(Hit, (start, end, owner, term)))
        without = self._lacks
        anchors = self.anchors
        for wording in anchored:
            if wording.words and without(wording.words):
                continue
            entry = wording.entry or wording.load()
            if entry.words and any(map(without, entry.words)):
                continue
            if not entry.exact or self._spelled(entry.exact, start, end):
                anchors[entry.rank].append((entry, start, end))

    def _spelled(self, exact: str, start: int, end: int) -> bool:
        return self._text[self._all.starts[start] : self._all.ends[end - 1]] == exact

    def add(self, hit: Hit) -> None:
        """Add a hit."""
        owner = hit[2]
        if owner in self.hits:
            self.hits[owner].append(hit)
        else:
            self.hits[owner] = [hit]
        self.new.append(hit)

    def complete(self, rank: int) -> None:
        """Complete the anchors of a rank and add the resulting hits."""
        families = self.families
        completed = [
            hit
            for entry, start, end in self.anchors[rank]
            if entry.classes <= families and (hit := self._completed(entry, start, end)) is not None
        ]
        for hit in completed:
            self.add(hit)
        self._class_ends.clear()

    def _completed(self, entry: Entry, start: int, end: int) -> Hit | None:
        """Return the hit of a wording around the anchor words ``[start, end)``, or None if it does not match."""
        if entry.before:
            begin = self._follow(entry.before, start, -1)
            if begin is None:
                return None
            start = begin
        if entry.after:
            stop = self._follow(entry.after, end, 1)
            if stop is None:
                return None
            end = stop
        return _new(Hit, (start, end, entry.owner, entry.term))

    def _follow(self, steps: tuple[Step, ...], place: int, direction: int) -> int | None:
        """Return where the steps end if they match from ``place`` in a direction (1 or -1), or None.

        Prefers the shortest gaps, and matching an optional element to omitting it.
        """
        places: Sequence[int] = (place,)
        for step in steps:
            if len(places) == 1 and not step.optional:  # most steps
                places = self._reach(step, places[0], direction)
            elif step.kind == "words" and not step.optional:  # most others: words or a class after a gap, handled fast
                places = [new for old in places for new in self._reach(step, old, direction)]
            elif step.kind == "class" and not step.optional:
                ends = self._class(step.name, direction)
                places = list(dict.fromkeys([new for old in places if old in ends for new in ends[old]]))
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
        """Return the places where a step from ``place`` may end, best first."""
        kind = step.kind
        if kind == "class":
            return self._class(step.name, direction).get(place, ())
        if kind == "gap":
            return self._gap(step.most, place, direction)
        if kind == START:
            return (place,) if place <= self._first_word() else ()
        if kind == END:
            return () if any(word[0].isalnum() for word in self.words[place : self.last]) else (place,)
        index = place if direction > 0 else place - 1
        if not self.first <= index < self.last:
            return ()
        word = self.words[index]
        if kind == "words":
            fits = word in step.words or (step.prefixes and word.startswith(step.prefixes))
        else:
            fits = word[0].isdigit() or (kind == "_" and word[0].isalpha())
        return (place + direction,) if fits else ()

    def _first_word(self) -> int:
        """Return the index of the sentence's first word that is not punctuation."""
        if self._sentence_start is None:
            alphanumeric = (index for index in range(self.first, self.last) if self.words[index][0].isalnum())
            self._sentence_start = next(alphanumeric, self.last)
        return self._sentence_start

    def _gap(self, most: int, place: int, direction: int) -> Sequence[int]:
        words = self.words
        if direction > 0:
            end = min(place + most, self.last)
            for index in range(place, end):
                if words[index] in _GAP_ENDS:
                    end = index
                    break
            return range(place, end + 1)
        end = max(place - most, self.first)
        for index in range(place - 1, end - 1, -1):
            if words[index] in _GAP_ENDS:
                end = index + 1
                break
        return range(place, end - 1, -1)

    def _class(self, name: str, direction: int) -> Mapping[int, Sequence[int]]:
        """Map the near ends of a class's terms, in a direction, to their far ends, longest term first."""
        key = (name, direction)
        ends = self._class_ends.get(key)
        if ends is None:
            families_of, forward = self._families_of, direction > 0
            own = [hit for owner, hits in self.hits.items() if name in families_of[owner] for hit in hits]
            pairs = {(hit[0], hit[1]) if forward else (hit[1], hit[0]) for hit in own}
            ends = self._class_ends[key] = {}
            for near, far in sorted(pairs, reverse=forward):
                ends.setdefault(near, []).append(far)
        return ends
