"""What a page is for, and which of the treatments that it names it promotes."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from linter.document import Scope
from linter.knowledge.page import Mention, Page
from linter.language.reading import BlockReading
from linter.value import Struct

WORDS_A_SIGN = 400
"""A page that sells has a sign in as many words; counted on the development articles."""
PASSING = 370
"""Words of a page that may name the one treatment that it names in passing only."""
OVERLAPPING = 8
"""Comparisons that may begin before a mention and still hold it."""
_ITEMS = 20
"""Items of a list above which what leads into it is looked for."""
MIN_WORDS = 370
"""Fewer words than hold one selling word on average tell nothing by having none."""
MANY_CLAIMS = 5
MANY_A_WORD = 0.012
FEW_A_WORD = 0.006
OFFERING = frozenset({"action", "offer", "price"})


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
    """All signs of selling, in order of place."""
    return tuple(
        Sign(hit.owner.partition(".")[2], reading.block.index, hit.first, hit.last)
        for reading in page.readings
        for hit in reading.of("promo", "place")
    )


def sells(readings: Sequence[BlockReading]) -> bool:
    """Whether a text sells rather than informs, by how often it speaks as a seller does.

    An offer, a price, a call to action and the like are a sign each; "we", "our", "appointment" are half of one, unless
    they mean all of us ("our bodies"). Who sends readers to their own doctor has nothing to sell: a sign less.
    """
    words = sum(len(reading.words) for reading in readings)
    half = _count(readings, "page.selling") - _count(readings, "page.shared")
    signs = _count(readings, "promo", "place") + half / 2 - _count(readings, "page.referral")
    return signs > 0 and signs * WORDS_A_SIGN >= words


class Purpose(StrEnum):
    """What a page is for: it sells; it sells but explains for the most part; it only informs."""

    SELLS = "sells"
    EXPLAINS = "explains"
    INFORMS = "informs"


def purpose_of(readings: Sequence[BlockReading], claims: int = 0) -> Purpose:
    """The purpose of a page, by how often it speaks as a seller does and by how many claims it makes.

    A page too short to tell is taken for one that sells, and so is one that makes claim after claim.
    """
    words = sum(len(reading.words) for reading in readings)
    if words < MIN_WORDS or (claims >= MANY_CLAIMS and claims >= MANY_A_WORD * words):
        return Purpose.SELLS
    if not sells(readings):
        return Purpose.INFORMS
    return Purpose.EXPLAINS if claims < FEW_A_WORD * words else Purpose.SELLS


def _count(readings: Sequence[BlockReading], *classes: str) -> int:
    return sum(len(reading.families[name]) for reading in readings for name in classes if name in reading.families)


def set_apart(page: Page, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that a page sets its own offer apart from: "better than Botox", "without surgery or fillers", and
    what it names under a heading on alternatives."""
    for mention in mentions:
        if mention.block in page.beside:
            yield mention
            continue
        rivals = page.readings[mention.block].of("rival")
        place = bisect_right(rivals, mention.first, key=lambda hit: hit.first)
        if any(mention.last <= hit.last for hit in rivals[max(0, place - OVERLAPPING) : place]):
            yield mention


def is_set_aside(page: Page, mention: Mention) -> bool:
    """Whether a treatment is named as none of the page's own: *ask first if you take lithium*, *we sell none*, as what
    those took whom a study looked at, or in a list of those who should not come."""
    reading = page.readings[mention.block]
    above = _above(page, reading)
    if above is not None and above.of("risk.heading.exclusion"):
        return True
    sentence = reading.sentence_at(mention.first)
    if reading.among(sentence.first, mention.first, "purpose.studied"):
        return True
    if not reading.between("page.aside", sentence.first, mention.first):
        return False
    return not reading.among(mention.last, sentence.last, "page.limited")


def _above(page: Page, reading: BlockReading) -> BlockReading | None:
    """What stands right above the list that a block is an item of."""
    if not reading.block.listed:
        return None
    index = reading.block.index
    return next((one for one in reversed(page.readings[max(0, index - _ITEMS) : index]) if not one.block.listed), None)


def promoted_ids(page: Page, mentions: Sequence[Mention], signs: Sequence[Sign], main: Sequence[str]) -> frozenset[str]:
    """The treatments that a selling page promotes: those in its title, in a heading, beside an offer, in two sentences,
    or the only one that it names, unless it is long; else what its lists offer.

    ``main`` are those of the title and of the setting. A treatment that is named once in passing is not promoted.
    """
    offering = {sign.block for sign in signs if sign.kind in OFFERING}
    named = {(mention.id, page.sentence_of(mention)) for mention in mentions}
    counts = Counter(key for key, _ in named)
    alone = len(counts) == 1 and sum(len(reading.words) for reading in page.readings) < PASSING
    promoted = {key for key, count in counts.items() if count > 1 or alone}
    for mention in mentions:
        if mention.block in offering or page.document.blocks[mention.block].scope is Scope.HEADING:
            promoted.add(mention.id)
    return frozenset(promoted | set(main) or _on_menu(page, mentions))


def _on_menu(page: Page, mentions: Sequence[Mention]) -> set[str]:
    """The treatments that items of a list begin with: a seller's list of products is a menu."""
    listed = {
        mention.id
        for mention in mentions
        if mention.first == 0 and page.document.blocks[mention.block].scope is Scope.LIST_ITEM
    }
    return listed if len(listed) > 1 else set()
