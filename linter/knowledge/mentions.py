"""Find where an article names treatments, conditions and drugs, applying the guards of ambiguous terms.

Terms come from the index (the longest match across entries wins). A guarded term counts only in the context that its
guard requires, an abbreviation only if the article spells it out and not in an address, opening hours or a line in
capitals. Nothing in a list of references counts.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from linter.knowledge.facts import Guard
from linter.knowledge.page import Mention, Page, mention_at
from linter.knowledge.wordings import fold, has_any
from linter.language.hits import Hit, words_of
from linter.language.reading import BlockReading, Sentence
from linter.language.words import split_words

_NEAR = 8  # words before or after a term that its guard looks at
_NEAR_BRAND = 60  # words before and after a term in which to look for a brand


def find_mentions(page: Page, owner: str) -> tuple[Mention, ...]:
    """Return the mentions of one class (``treatment`` or ``condition``), in order of position."""
    found: list[tuple[Mention, Guard | None, bool]] = []
    spelled_out: set[str] = set()
    for reading in page.readings:
        if reading.block.index in page.references or owner not in reading.families:
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


def drug_mentions(page: Page, treatments: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions of drugs in the table of indications, in order of position; ``id`` is the drug's name.

    A hit inside the mention of a treatment does not count, unless it is the whole mention and the treatment owes no
    status disclaimer: a class of drugs, each with its own status.
    """
    taken = {(mention.block, word): mention for mention in treatments for word in range(mention.first, mention.last)}
    return tuple(
        mention_at(hit, reading)
        for reading in page.readings
        if reading.block.index not in page.references
        for hit in reading.of("drug")
        if not _is_taken(hit, taken.get((reading.block.index, hit.first)), page)
    )


def _is_taken(hit: Hit, mention: Mention | None, page: Page) -> bool:
    if mention is None:
        return False
    whole = (hit.first, hit.last) == (mention.first, mention.last)
    return not whole or page.knowledge.treatment(mention.id).owes_status_disclaimer


def _candidates(page: Page, reading: BlockReading, owner: str) -> Iterator[tuple[Mention, Guard | None, bool]]:
    """Yield the mentions in a block, each with its guard and whether it is only an abbreviation."""
    hits = reading.of(owner)
    masked = words_of(reading.of("mask"))
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
                # in a line of capitals or an address, MS, SAD and KIT can mean anything
                continue
        yield mention_at(hit, reading), guard, short


def _counts(page: Page, owner: str, mention: Mention, guard: Guard | None, short: bool, spelled_out: set[str]) -> bool:
    if guard is not None and _ruled_out(page, mention, guard):
        return False
    near = guard is not None and bool(guard.needs_near) and page.has_context(mention, guard)
    if short:
        alone = owner == "condition" and mention.text in page.knowledge.abbr_ok_alone
        return alone or near or mention.id in spelled_out
    return guard is None or not guard.needs_near or near


def _ruled_out(page: Page, mention: Mention, guard: Guard) -> bool:
    reading = page.readings[mention.block]
    words = reading.words.words
    sentence = reading.sentence_at(mention.first)
    before = [word for word in words[max(sentence.first, mention.first - _NEAR) : mention.first] if word != "-"]
    after = [word for word in words[mention.last : min(sentence.last, mention.last + _NEAR)] if word != "-"]
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
    named = reading.of("treatment")
    first = bisect_left(named, (max(sentence.first, mention.first - _NEAR_BRAND),))
    last = bisect_left(named, (min(sentence.last, mention.last + _NEAR_BRAND),))
    return any(
        hit.term != mention.id
        and has_any(
            fold(reading.excerpt(hit.first, hit.last)),
            page.knowledge.treatment(hit.term).brands,
        )
        for hit in named[first:last]
    )


def _otherwise_defined(page: Page, owner: str, short: Iterable[Mention]) -> frozenset[str]:
    """Return the abbreviations that the article spells out as something else: "central business district (CBD)"."""
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
        if not any(hit.term == mention.id and hit.last == place for hit in reading.of(owner)):
            found.add(mention.text)
    return frozenset(found)
