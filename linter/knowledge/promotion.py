"""Determine the purpose of a page, and which of the treatments it names it promotes."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from linter.document import Scope
from linter.knowledge.page import Mention, Page
from linter.language.reading import BlockReading
from linter.value import Struct

_WORDS_PER_SIGN = 400
"""A page that sells has at least one sign per this many words; counted on the development articles."""
_PASSING_WORDS = 370
"""Words from which a page may name its only treatment just in passing."""
_MAX_OVERLAPPING = 8
"""Maximum comparisons starting before a mention that are checked for whether they contain it."""
_ITEMS = 20
"""Maximum list items between an item and the line that introduces the list."""
_OWNED = 2
"""Words before a mention in which *our* makes it the page's own."""
_MIN_WORDS = 370
"""Words for one selling word on average: in a shorter page, having none is no evidence."""
_MANY_CLAIMS = 5  # minimum claims of a page that counts as selling by its claims alone
_MANY_PER_WORD = 0.012  # and minimum claims per word
_FEW_PER_WORD = 0.006  # claims per word below which a selling page mostly explains
_OFFERING = frozenset({"action", "offer", "price"})


class Sign(Struct, frozen=True):
    """A sign that the page sells: words ``[first, last)`` of a block.

    ``kind`` is action (a call to action), offer ("we offer"), price, invite ("are you ready"), praise
    ("our caring team"), address or phone.
    """

    kind: str
    block: int
    first: int
    last: int


def selling_signs(page: Page) -> tuple[Sign, ...]:
    """Return all signs of selling, in order of position."""
    return tuple(
        Sign(hit.owner.partition(".")[2], reading.block.index, hit.first, hit.last)
        for reading in page.readings
        for hit in reading.of("promo", "place")
    )


def sells(readings: Sequence[BlockReading]) -> bool:
    """Whether a text sells rather than informs, by how often it uses a seller's language.

    An offer, a price, a call to action and the like each count as one sign; "we", "our" and "appointment" as half a
    sign, unless they mean everyone ("our bodies"). Referring readers to their own doctor takes one sign away.
    """
    words = sum(len(reading.words) for reading in readings)
    half = _count(readings, "page.selling") - _count(readings, "page.shared")
    signs = _count(readings, "promo", "place") + half / 2 - _count(readings, "page.referral")
    return signs > 0 and signs * _WORDS_PER_SIGN >= words


class Purpose(StrEnum):
    """The purpose of a page: it sells, it sells but mostly explains, or it only informs."""

    SELLS = "sells"
    EXPLAINS = "explains"
    INFORMS = "informs"


def purpose_of(readings: Sequence[BlockReading], claims: int = 0) -> Purpose:
    """Return the purpose of a page, from its selling language and the number of ``claims`` it makes.

    A page that is too short to judge, or that is full of claims, counts as selling.
    """
    words = sum(len(reading.words) for reading in readings)
    if words < _MIN_WORDS or (claims >= _MANY_CLAIMS and claims >= _MANY_PER_WORD * words):
        return Purpose.SELLS
    if not sells(readings):
        return Purpose.INFORMS
    return Purpose.EXPLAINS if claims < _FEW_PER_WORD * words else Purpose.SELLS


def _count(readings: Sequence[BlockReading], *classes: str) -> int:
    return sum(len(reading.families[name]) for reading in readings for name in classes if name in reading.families)


def set_apart(page: Page, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions that a page contrasts with its own offer.

    They are in comparisons ("better than Botox", "without surgery or fillers") or under a heading on alternatives.
    """
    for mention in mentions:
        if mention.block in page.alternatives:
            yield mention
            continue
        rivals = page.readings[mention.block].of("rival")
        place = bisect_right(rivals, mention.first, key=lambda hit: hit.first)
        if any(mention.last <= hit.last for hit in rivals[max(0, place - _MAX_OVERLAPPING) : place]):
            yield mention


def is_set_aside(page: Page, mention: Mention) -> bool:
    """Whether a mention is of a treatment that is not the page's own.

    It is one that readers take already (*ask first if you take lithium*), that the page does not sell (*we sell
    none*), that participants in a study took, that a test looks for, or it is in a list of contraindications.
    """
    reading = page.readings[mention.block]
    above = _above(page, reading)
    if above is not None and above.of("risk.heading.exclusion"):
        return True
    sentence = reading.sentence_at(mention.first)
    if reading.has_in(sentence.first, mention.first, "purpose.studied"):
        return True
    if is_sought(reading, mention):
        return True
    if not reading.hits_in("page.aside", sentence.first, mention.first):
        return False
    return not reading.has_in(mention.last, sentence.last, "page.limited")


def is_sought(reading: BlockReading, mention: Mention) -> bool:
    """Whether a mention is only of what a test looks for (*CBD shows up on a drug test*), not sold or praised."""
    sentence = reading.sentence_at(mention.first)
    before = reading.hits_in("page.sought.before", sentence.first, mention.first)
    if before and not reading.has_in(before[-1].last, mention.first, "page.providing", "page.selling"):
        return True
    after = reading.hits_in("page.sought.after", mention.last, sentence.last)
    own = reading.has_in(max(sentence.first, mention.first - _OWNED), mention.first, "page.selling")
    return bool(after) and not own and not reading.has_in(mention.last, after[0].first, "effect")


def _above(page: Page, reading: BlockReading) -> BlockReading | None:
    """Return the block right above the list that a block is an item of."""
    if not reading.block.listed:
        return None
    before = page.readings[max(0, reading.block.index - _ITEMS) : reading.block.index]
    return next((other for other in reversed(before) if not other.block.listed), None)


def promoted_ids(page: Page, mentions: Sequence[Mention], signs: Sequence[Sign], main: Sequence[str]) -> frozenset[str]:
    """Return the treatments that a selling page promotes.

    They are named in the title or setting (``main``), in a heading, beside an offer or in two sentences, or are the
    only one on a short page. If there are none, they are the items of its lists. One mention in passing is not enough.
    """
    offering = {sign.block for sign in signs if sign.kind in _OFFERING}
    named = {(mention.id, page.sentence_of(mention)) for mention in mentions}
    counts = Counter(key for key, _ in named)
    alone = len(counts) == 1 and sum(len(reading.words) for reading in page.readings) < _PASSING_WORDS
    promoted = {key for key, count in counts.items() if count > 1 or alone}
    for mention in mentions:
        if mention.block in offering or page.document.blocks[mention.block].scope is Scope.HEADING:
            promoted.add(mention.id)
    return frozenset(promoted | set(main) or _on_menu(page, mentions))


def _on_menu(page: Page, mentions: Sequence[Mention]) -> set[str]:
    """Return the treatments that start list items, if there are several: a seller's list of products is a menu."""
    listed = {
        mention.id
        for mention in mentions
        if mention.first == 0 and page.document.blocks[mention.block].scope is Scope.LIST_ITEM
    }
    return listed if len(listed) > 1 else set()
