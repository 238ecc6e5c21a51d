"""Whether a page says, before a use, above its list or right after it, that a treatment is not offered for it."""

from linter.checks.article import Article
from linter.knowledge.pairs import Pair
from linter.language.reading import BlockReading, Sentence
from linter.language.scope import cues_within, governing

_REACH = 30
"""Words before and after a use that are searched for a denial."""
_STEP = 5
"""Maximum words between two uses in a list."""
_SEPARATORS = ("purpose.apart", "grammar.finite")
"""Classes whose terms separate a denial from a use, or one use from another."""
_ITEMS = 20
"""Maximum blocks of a list to skip to the text after it."""


def is_refused(pair: Pair, article: Article) -> bool:
    """Whether the page says that a pair's treatment is not for its use: "it is no plan for weight loss"."""
    reading = article.readings[pair.block]
    return _denied(pair, reading, article) or _led(reading, article) or _referred(pair, reading, article)


def _denied(pair: Pair, reading: BlockReading, article: Article) -> bool:
    """Whether the sentence denies the use, or another in the same list: "not for lupus, gout or low mood"."""
    sentence = reading.sentence_at(pair.first)
    shut = reading.hits_in("purpose.shut", pair.last, min(sentence.last, pair.last + _REACH))
    if shut and not reading.has_in(pair.last, shut[0].first, *_SEPARATORS):
        return True
    first = max(sentence.first, pair.first - _REACH)
    cues = cues_within(article.cues(reading), first, pair.first)
    refused = reading.hits_in("purpose.refused", first, pair.first)
    use, end = pair.first, pair.last
    for listed in (None, *reversed(reading.hits_in("condition", first, pair.first) if cues or refused else ())):
        if listed is not None:
            if use - listed.last > _STEP or reading.has_in(listed.last, use, *_SEPARATORS):
                return False
            use, end = listed.first, listed.last
        if governing(cues, use, end, ("negation", "attribution")) is not None:
            return True
        if any(0 <= use - hit.last <= _STEP and not reading.has_in(hit.last, use, *_SEPARATORS) for hit in refused):
            return True
    return False


def _led(reading: BlockReading, article: Article) -> bool:
    """Whether the use is in a list under "we do not use it for" or "do not come if you have"."""
    if not reading.block.listed:
        return False
    lead, above = article.lead_reading(reading.block), article.reading_above(reading.block)
    if above is None or not above.sentences:
        return False
    last = above.sentences[-1]
    if lead is not None and lead.has_in(last.first, last.last, "risk.heading.exclusion"):
        return True
    return above.has_in(last.first, last.last, "purpose.refused") or _declines(above, last, "purpose.link")


def _referred(pair: Pair, reading: BlockReading, article: Article) -> bool:
    """Whether the next sentence, or the text after the list, says "we use it for none of these"."""
    block, end = reading.block, reading.sentence_at(pair.first).last
    if end < len(reading.words):
        after = reading.sentence_at(end)
        return reading.has_in(end, after.last, "purpose.shut.next") or _declines(reading, after, "purpose.these")
    if not block.listed:
        return False
    rest = article.readings[block.index + 1 : block.index + _ITEMS]
    below = next((other for other in rest if not other.block.listed), None)
    if below is None or below.block.section != block.section or not below.sentences:
        return False
    return _declines(below, below.sentences[0], "purpose.these")


def _declines(reading: BlockReading, sentence: Sentence, what: str) -> bool:
    """Whether a sentence says that the page does not offer what a hit of the class ``what`` introduces or refers to."""
    for hit in reading.hits_in(what, sentence.first, sentence.last):
        declined = "page.providing" if hit.owner == "purpose.these.none" else "page.aside.declined"
        if reading.has_in(sentence.first, hit.first, declined) and not reading.has_in(
            hit.last, sentence.last, "page.limited"
        ):
            return True
    return False
