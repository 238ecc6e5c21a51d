"""What speaks for a claim in a sentence, or against it: signs by name, each with its strength (1 for what is there).

A sign is a lexicon class by its name, or ``<what>:<which>``.
"""

from collections.abc import Iterable

from linter.checks.article import Article
from linter.checks.claim import ASSERTING, find_claims
from linter.checks.claim.frames import frame_of, purpose_of
from linter.checks.claim.judge import Claim
from linter.language.reading import BlockReading, Sentence

DENSEST = 0.03
"""Claims a word from which a page counts as full of them."""

Sign = tuple[str, float]


def word_signs(reading: BlockReading, sentence: Sentence, classes: Iterable[str]) -> list[Sign]:
    """Those of some lexicon classes of the block that a word of the sentence belongs to."""
    if len(reading.sentences) == 1:
        return [(name, 1.0) for name in classes]
    return [(name, 1.0) for name in classes if reading.among(sentence.first, sentence.last, name)]


def page_signs(article: Article) -> list[Sign]:
    """What the page is for, and how densely it claims."""
    asserted = sum(claim.strength in ASSERTING for claim in find_claims(article))
    words = article.length
    density = asserted / max(1, words)
    return [(f"purpose:{purpose_of(article.readings, asserted)}", 1.0), ("page:density", min(1.0, density / DENSEST))]


def claim_signs(claims: Iterable[Claim]) -> list[Sign]:
    """How strongly the claims that were found in the sentence assert, their forms, and what they are said of."""
    signs = set[str]()
    for claim in claims:
        signs |= {f"claim:{claim.strength}", f"form:{claim.candidate.form}", f"subject:{claim.subject.role}"}
    return [(sign, 1.0) for sign in sorted(signs)]


def place_signs(reading: BlockReading, article: Article) -> list[Sign]:
    """What frames the block, and what sort of block it is."""
    return [(f"frame:{frame_of(reading, article).kind or 'none'}", 1.0), (f"scope:{reading.block.scope}", 1.0)]
