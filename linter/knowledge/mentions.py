"""Where an article names treatments and conditions, with the guards of terms that also mean something else.

Terms come from the index (longest match wins across entries). A guarded term counts only in the company that its guard
asks for, an abbreviation only where the article spells it out, and neither in an address, opening hours or a line in
capitals; nothing counts in a list of references.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from linter.document import Document
from linter.knowledge.base import Knowledge
from linter.knowledge.facts import Guard
from linter.knowledge.wordings import fold, has_any
from linter.language.hits import Hit
from linter.language.reading import BlockReading, Sentence
from linter.language.words import split_words
from linter.value import Struct

MIN_CAPITALS = 3
NEAR = 8  # words directly before or after a term
REACH = 600  # characters of a sentence to both sides of a word that are looked at


class Mention(Struct, frozen=True):
    """Words ``[first, last)`` of a block name the treatment or condition ``id``; ``text`` is how it is written."""

    id: str
    block: int
    first: int
    last: int
    text: str


class Page(Struct, frozen=True, dict=True):
    """A document with its readings, as the detection asks about it."""

    document: Document
    readings: Sequence[BlockReading]
    knowledge: Knowledge

    @cached_property
    def folded(self) -> str:
        """The whole text, folded."""
        return fold("\n".join(reading.text for reading in self.readings))

    @cached_property
    def references(self) -> frozenset[int]:
        """The blocks of reference lists."""
        found: set[int] = set()
        for section in self.document.sections:
            if section.heading is not None and self.readings[section.heading].of("section.references"):
                found.update(range(section.start_block, section.end_block))
        return frozenset(found)

    @cached_property
    def _company(self) -> dict[tuple[str, Guard], bool]:
        return {}

    def sentence_of(self, mention: "Mention") -> tuple[int, int]:
        """The sentence that a mention stands in: its block and its first word."""
        return mention.block, self.readings[mention.block].sentence_at(mention.first).first

    def sentence(self, block: int, word: int) -> str:
        """The folded sentence that a word stands in; of an endless one, what is near."""
        reading = self.readings[block]
        sentence = reading.sentence_at(word)
        place = reading.start(word)
        return fold(reading.text[max(sentence.start, place - REACH) : min(sentence.end, place + REACH)])

    def has_company(self, mention: "Mention", guard: Guard) -> bool:
        """Whether one of the wordings that a guard needs stands in the sentence, or in the document."""
        if guard.within == "sentence":
            return _accompanied(self.sentence(mention.block, mention.first), mention, guard)
        key = (mention.text, guard)
        if key not in self._company:
            self._company[key] = _accompanied(self.folded, mention, guard)
        return self._company[key]

    def capitals(self, reading: BlockReading, hits: Iterable[Hit]) -> bool:
        """Whether a block has three or more words in capitals that are no found terms."""
        if not any(char.islower() for char in reading.text):
            return True
        covered = {index for hit in hits for index in range(hit.first, hit.last)}
        words = reading.words
        shouted = (
            index
            for index in range(len(words))
            if index not in covered
            and words.ends[index] - words.starts[index] > 1
            and reading.text[words.starts[index] : words.ends[index]].isupper()
        )
        return sum(1 for _ in shouted) >= MIN_CAPITALS


def find_mentions(page: Page, owner: str) -> tuple[Mention, ...]:
    """The mentions of one class (``treatment`` or ``condition``), in order of place."""
    found: list[tuple[Mention, Guard | None, bool]] = []
    spelled_out: set[str] = set()
    for reading in page.readings:
        if reading.block.index in page.references or not reading.hits.get(owner):
            continue
        for mention, guard, short in _candidates(page, reading, owner):
            found.append((mention, guard, short))
            if not short and guard is None:
                spelled_out.add(mention.id)
    otherwise = _otherwise_defined(page, owner, [mention for mention, _, short in found if short])
    return tuple(
        mention
        for mention, guard, short in found
        if mention.text not in otherwise and _counts(page, owner, mention, guard, short, spelled_out)
    )


def _candidates(page: Page, reading: BlockReading, owner: str) -> Iterator[tuple[Mention, Guard | None, bool]]:
    """Every hit of a block with its guard and whether it is only an abbreviation."""
    hits = reading.hits[owner]
    masked = {index for mask in reading.of("mask") for index in range(mask.first, mask.last)}
    shouted: bool | None = None
    for hit in hits:
        if owner == "condition" and hit.first in masked and hit.last - 1 in masked:
            continue
        key = " ".join(reading.words.words[hit.first : hit.last])
        guard = page.knowledge.guard(owner, hit.term, key)
        short = key in page.knowledge.abbreviations(owner, hit.term)
        if short or guard is not None:
            if shouted is None:
                shouted = page.capitals(reading, hits) or bool(reading.of("place"))
            if shouted and short:
                # a line in capitals or an address: MS, SAD and KIT are anything there
                continue
        text = reading.text[reading.start(hit.first) : reading.end(hit.last)]
        yield Mention(hit.term, reading.block.index, hit.first, hit.last, text), guard, short


def _counts(page: Page, owner: str, mention: Mention, guard: Guard | None, short: bool, spelled_out: set[str]) -> bool:
    if guard is not None and _ruled_out(page, mention, guard):
        return False
    near = guard is not None and bool(guard.needs_near) and page.has_company(mention, guard)
    if short:
        alone = owner == "condition" and mention.text in page.knowledge.abbr_ok_alone
        return alone or near or mention.id in spelled_out
    return guard is None or not guard.needs_near or near


def _accompanied(text: str, mention: Mention, guard: Guard) -> bool:
    # a term is not its own company: "peptide therapy" does not vouch for "peptides"
    own = fold(mention.text)
    return has_any(text.replace(own, " " * len(own)), guard.needs_near)


def _ruled_out(page: Page, mention: Mention, guard: Guard) -> bool:
    reading = page.readings[mention.block]
    words = reading.words.words
    sentence = reading.sentence_at(mention.first)
    before = [word for word in words[max(sentence.first, mention.first - NEAR) : mention.first] if word != "-"]
    after = [word for word in words[mention.last : min(sentence.last, mention.last + NEAR)] if word != "-"]
    if any(before[-len(cut) :] == cut for cut in _cut(guard.not_after)):
        return True
    if any(after[: len(cut)] == cut for cut in _cut(guard.not_before)):
        return True
    folded = page.sentence(mention.block, mention.first)
    if has_any(folded, guard.unless_near):
        return True
    if guard.not_if_brand:
        return _names_brand(page, reading, sentence, mention)
    return False


def _cut(phrases: Iterable[str]) -> Iterator[list[str]]:
    for phrase in phrases:
        words = [word for word in split_words(phrase).words if word != "-"]
        if words:
            yield words


def _names_brand(page: Page, reading: BlockReading, sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence names another treatment by a brand, near the mention."""
    named = reading.hits.get("treatment", ())
    first = bisect_left(named, (max(sentence.first, mention.first - REACH // 10),))
    last = bisect_left(named, (min(sentence.last, mention.last + REACH // 10),))
    return any(
        hit.term != mention.id
        and has_any(
            fold(reading.text[reading.start(hit.first) : reading.end(hit.last)]),
            page.knowledge.treatment(hit.term).brands,
        )
        for hit in named[first:last]
    )


def _otherwise_defined(page: Page, owner: str, short: Iterable[Mention]) -> frozenset[str]:
    """Abbreviations that the article spells out as something else: "central business district (CBD)"."""
    found: set[str] = set()
    for mention in short:
        reading = page.readings[mention.block]
        words = reading.words.words
        place = mention.first - 1
        if place < 0 or words[place] != "(" or mention.last >= len(words) or words[mention.last] != ")":
            continue
        letters = [char for char in mention.text.lower() if char.isalpha()]
        spelled = words[max(0, place - len(letters)) : place]
        if [word[0] for word in spelled] != letters:
            continue
        if not any(hit.term == mention.id and hit.last == place for hit in reading.hits[owner]):
            found.add(mention.text)
    return frozenset(found)
