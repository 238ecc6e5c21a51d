"""Link each use in an article with a treatment: the nearest one that the article names."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from linter.document import Scope
from linter.knowledge.page import Mention, Page
from linter.value import Struct


class Pair(Struct, frozen=True):
    """A treatment and a use that the article links.

    ``condition`` is a condition's id, or "" for any other use; ``use`` is the article's wording. The use is words
    ``[first, last)`` of ``block``. ``level`` is where the treatment is named: in the same ``sentence``, in the same
    ``block``, in the ``section`` (its heading, or earlier in its text) or only in the ``title``. ``treatment_at`` is
    the mention of the treatment that the pair is based on, or None if only the setting names it.
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
    """Pair treatments with conditions and with ``further`` uses (whose ``id`` is a treatment), in order of position.

    A use in a passage on alternatives is paired only with a treatment named in its own block.
    """
    places = _Places(page, treatments, main)
    found = [pair for use in conditions for pair in places.pairs(use, use.id)]
    found += [pair for use in further for pair in places.pairs(use, "") if pair.treatment == use.id]
    return _ordered(pair for pair in found if pair.block not in page.alternatives or _is_in_its_block(pair))


def unlisted_pairs(page: Page, drugs: Sequence[Mention], conditions: Iterable[Mention]) -> tuple[Pair, ...]:
    """Pair drugs in the table with conditions that no source lists for them, nor for another drug named as near."""
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
    """Whether a pair's treatment is in the same block as its use."""
    return pair.treatment_at is not None and pair.treatment_at.block == pair.block


def _ordered(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Sort pairs by position and keep each treatment once per word."""
    first: dict[tuple[int, int, str], Pair] = {}
    for pair in pairs:
        first.setdefault((pair.block, pair.first, pair.treatment), pair)
    return tuple(first[place] for place in sorted(first))


class _Places:
    """The positions of the treatments on a page."""

    def __init__(self, page: Page, treatments: Sequence[Mention], main: Sequence[str]) -> None:
        self._page = page
        self._by_block: dict[int | None, list[Mention]] = defaultdict(list)
        # one mention of each treatment per sentence: the number of pairs must not grow with a sentence's length
        self._by_sentence: dict[tuple[int, int], dict[str, Mention]] = defaultdict(dict)
        self._first: dict[str, Mention] = {}
        for mention in treatments:
            self._by_block[mention.block].append(mention)
            self._by_sentence[self._page.sentence_of(mention)].setdefault(mention.id, mention)
            self._first.setdefault(mention.id, mention)
        self._blocks = sorted({mention.block for mention in treatments})
        self._main = main

    def pairs(self, use: Mention, condition: str) -> Iterator[Pair]:
        """Yield the pairs of a use with the treatments at the nearest level that has any."""
        for treatment, level, place in self._near(use):
            yield Pair(treatment, condition, use.text, use.block, use.first, use.last, level, place)

    def _near(self, use: Mention) -> Iterator[tuple[str, str, Mention | None]]:
        """Yield the treatments at the nearest level that has any: id, level, mention."""
        same = self._by_sentence.get(self._page.sentence_of(use))
        in_block = self._by_block.get(use.block)
        if same:
            yield from ((mention.id, "sentence", mention) for mention in same.values())
        elif in_block:
            index = bisect_left(in_block, use.first, key=lambda mention: mention.first)
            nearest = in_block[max(0, index - 1)]
            yield nearest.id, "block", nearest
        elif near := self._of_section(use.block):
            yield from ((mention.id, "section", mention) for mention in near)
        else:
            yield from ((key, "title", self._first.get(key)) for key in self._main)

    def _of_section(self, block: int) -> list[Mention]:
        """Return the treatments of a block's section.

        For a heading, the first one named in the text below it. Otherwise those in the section's heading, else the
        last one named earlier in the section. Failing that, those in the nearest enclosing heading that names any.
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
