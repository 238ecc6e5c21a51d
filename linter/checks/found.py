"""Words that a rule may report, and the cues around them."""

from collections.abc import Sequence

from linter.checks.article import Article
from linter.language.reading import BlockReading
from linter.language.scope import Cue, cues_within
from linter.value import Struct

_WINDOW = 300


class Found(Struct, frozen=True):
    """Words ``[first, last)`` of a block that a rule may report."""

    reading: BlockReading
    first: int
    last: int


def cues_around(article: Article, found: Found) -> Sequence[Cue]:
    """The cues that may rule the found words: those of the same sentence and shortly before, within some 300 words."""
    end = min(found.reading.sentence_at(found.first).last, found.last + _WINDOW)
    return cues_within(article.cues(found.reading), found.first - _WINDOW, end)
