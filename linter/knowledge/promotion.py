"""Whether a page sells, and which of the treatments that it names it promotes."""

from collections import Counter
from collections.abc import Sequence

from linter.document import Scope
from linter.knowledge.mentions import Mention, Page
from linter.value import Struct

WORDS_A_SIGN = 500
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


def is_promotional(page: Page, signs: Sequence[Sign]) -> bool:
    """Whether a page sells rather than informs: at least one sign in 500 words, counted on dev articles."""
    words = sum(len(reading.words) for reading in page.readings)
    return len(signs) * WORDS_A_SIGN >= max(words, 1)


def promoted_ids(page: Page, mentions: Sequence[Mention], signs: Sequence[Sign], main: Sequence[str]) -> frozenset[str]:
    """The treatments that a selling page promotes: those in its title, in a heading, beside an offer, or named twice.

    ``main`` are those of the title and of the setting. A treatment that is named once in passing is not promoted.
    """
    offering = {sign.block for sign in signs if sign.kind in OFFERING}
    counts = Counter(mention.id for mention in mentions)
    promoted = {mention.id for mention in mentions if counts[mention.id] > 1}
    for mention in mentions:
        if mention.block in offering or page.document.blocks[mention.block].scope is Scope.HEADING:
            promoted.add(mention.id)
    return frozenset(promoted | set(main))
