"""Which treatment an article links with which use: the nearest one that it names."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from linter.document import Scope
from linter.knowledge.page import Mention, Page
from linter.value import Struct


class Pair(Struct, frozen=True):
    """A treatment and a use that the article brings together.

    ``condition`` is a condition's id, or "" for a use that is none (``use`` says it in the article's words). The use
    stands at words ``[first, last)`` of ``block``; ``level`` tells how near the treatment is: in the same sentence,
    in the same block, in the section (its heading, or before in its text), or only in the title. ``treatment_at`` is
    the mention of the treatment that the pair rests on; None where only the setting names the topic.
    """

    treatment: str
    condition: str
    use: str
    block: int
    first: int
    last: int
    level: str
    treatment_at: Mention | None


def own_pairs(
    page: Page,
    treatments: Sequence[Mention],
    conditions: Iterable[Mention],
    further: Iterable[Mention],
    main: Sequence[str],
) -> tuple[Pair, ...]:
    """The pairs of the treatments with conditions and with ``further`` uses (whose ``id`` is a treatment), in order of
    place; what a passage on alternatives is for is no use of ``main``, the treatments that the page is about."""
    places = _Places(page, treatments, main)
    found = [pair for use in conditions for pair in places.pairs(use, use.id)]
    found += [pair for use in further for pair in places.pairs(use, "") if pair.treatment == use.id]
    return _ordered(pair for pair in found if pair.block not in page.beside or _is_in_its_block(pair))


def unlisted_pairs(page: Page, drugs: Sequence[Mention], conditions: Iterable[Mention]) -> tuple[Pair, ...]:
    """The pairs of drugs of the table with conditions that no source lists, neither for the drug nor for another that
    may be meant beside it."""
    places, blocks = _Places(page, drugs, ()), page.document.blocks
    near = [
        pair
        for use in conditions
        for pair in places.pairs(use, use.id)
        if pair.level in ("sentence", "block") or (pair.level == "section" and blocks[pair.block].listed)
    ]
    listed = {
        (pair.block, pair.first)
        for pair in near
        if page.knowledge.drug(pair.treatment).lists(page.knowledge.condition(pair.condition))
    }
    return _ordered(pair for pair in near if (pair.block, pair.first) not in listed)


def _is_in_its_block(pair: Pair) -> bool:
    """Whether a pair's treatment stands in the block of its use."""
    return pair.treatment_at is not None and pair.treatment_at.block == pair.block


def _ordered(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs in order of place, each treatment once at a word."""
    first: dict[tuple[int, int, str], Pair] = {}
    for pair in pairs:
        first.setdefault((pair.block, pair.first, pair.treatment), pair)
    return tuple(first[place] for place in sorted(first))


class _Places:
    """Where the treatments of a page stand."""

    def __init__(self, page: Page, treatments: Sequence[Mention], main: Sequence[str]) -> None:
        self._page = page
        self._by_block: dict[int | None, list[Mention]] = defaultdict(list)
        # one mention of each treatment a sentence: an endless sentence must not give an endless number of pairs
        self._by_sentence: dict[tuple[int, int], dict[str, Mention]] = defaultdict(dict)
        self._first: dict[str, Mention] = {}
        for mention in treatments:
            self._by_block[mention.block].append(mention)
            self._by_sentence[self._page.sentence_of(mention)].setdefault(mention.id, mention)
            self._first.setdefault(mention.id, mention)
        self._blocks = sorted({mention.block for mention in treatments})
        self._main = main

    def pairs(self, use: Mention, condition: str) -> Iterator[Pair]:
        """The pairs of a use with the treatments at the nearest level that has one."""
        for treatment, level, place in self._near(use):
            yield Pair(treatment, condition, use.text, use.block, use.first, use.last, level, place)

    def _near(self, use: Mention) -> Iterator[tuple[str, str, Mention | None]]:
        """The treatments at the nearest level that has one: id, level, mention."""
        same = self._by_sentence.get(self._page.sentence_of(use))
        here = self._by_block.get(use.block)
        if same:
            yield from ((mention.id, "sentence", mention) for mention in same.values())
        elif here:
            index = bisect_left(here, use.first, key=lambda mention: mention.first)
            nearest = here[max(0, index - 1)]
            yield nearest.id, "block", nearest
        elif near := self._of_section(use.block):
            yield from ((mention.id, "section", mention) for mention in near)
        else:
            yield from ((key, "title", self._first.get(key)) for key in self._main)

    def _of_section(self, block: int) -> list[Mention]:
        """The treatments of the section: of the nearest heading that names one, or the last one named before.

        For a heading that names only the use, the first treatment that the text below it names.
        """
        document = self._page.document
        section = document.sections[document.blocks[block].section]
        if document.blocks[block].scope is Scope.HEADING:
            below = self._between(block + 1, section.end_block)
            if below is not None:
                return self._by_block[below][:1]
        elif section.heading in self._by_block:
            return self._by_block[section.heading]
        else:
            earlier = bisect_left(self._blocks, block) - 1
            if earlier >= 0 and self._blocks[earlier] >= section.start_block:
                return self._by_block[self._blocks[earlier]][-1:]
        while section.parent >= 0:
            section = document.sections[section.parent]
            if section.heading in self._by_block:
                return self._by_block[section.heading]
        return []

    def _between(self, first: int, last: int) -> int | None:
        index = bisect_left(self._blocks, first)
        return self._blocks[index] if index < len(self._blocks) and self._blocks[index] < last else None
