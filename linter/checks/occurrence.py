"""Kind ``occurrence``: how often a wording may or must occur in the page, a section or a block."""

from collections.abc import Iterable, Iterator, Sequence

from linter.checks.article import Article
from linter.checks.guards import configured, in_place, is_violation
from linter.checks.match import Found, Match
from linter.checks.page import anchor, on_block
from linter.document import Block
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.rules.program import Rule

Counted = list[tuple[BlockReading, Hit]]


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report the first occurrence over the limit, or, if there are too few, the start of the part that lacks them."""
    for rule in rules:
        if configured(rule.match["profile"], article):
            for part, found in _parts(rule, article):
                yield from _judged(rule, part, found)


def _judged(rule: Rule, part: Block, found: Counted) -> Iterator[Match]:
    least: int | None = rule.match["min"]
    most: int | None = rule.match["max"]
    values = {"count": str(len(found))}
    if most is not None and len(found) > most:
        reading, hit = found[most]
        yield Match(rule, *reading.place(hit.first, hit.last), values={**values, "limit": str(most)})
    elif least is not None and len(found) < least:
        yield on_block(rule, part, {**values, "limit": str(least)})


def _parts(rule: Rule, article: Article) -> Iterator[tuple[Block, Counted]]:
    """Yield each part of the article to count in: the block to report at, and the occurrences."""
    readings = [reading for reading in article.readings if reading.text.strip() and in_place(rule.match, reading)]
    within = rule.match["within"]
    if within == "page":
        place = anchor(article)
        if place is not None:
            yield place, _counted(rule, readings, article)
        return
    parts: dict[int, list[BlockReading]] = {}
    for reading in readings:
        parts.setdefault(reading.block.section if within == "section" else reading.block.index, []).append(reading)
    for part in parts.values():
        yield part[0].block, _counted(rule, part, article)


def _counted(rule: Rule, readings: Iterable[BlockReading], article: Article) -> Counted:
    """Return the occurrences that pass the guards, without overlaps."""
    counted: Counted = []
    for reading in readings:
        last = 0
        for hit in reading.of(*rule.match["any"]):
            if hit.first >= last and is_violation(rule, Found(reading, hit.first, hit.last), article):
                last = hit.last
                counted.append((reading, hit))
    return counted
