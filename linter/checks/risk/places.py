"""Recognize passages on harm by form: lines that open one, and paragraphs or lists that name so many harms or
contraindications that they need no heading; and recognize passages on an illness."""

from collections.abc import Callable, Container

from linter.checks.article import Article, once
from linter.checks.lines import Line, visible_lines
from linter.document import Block, Scope
from linter.language.hits import words_of

_SHORT_WORDS = 14
"""Maximum words of a line that opens what follows, as a heading or a question does."""
_MIN_SORTS = 3
"""Minimum different sorts of injuries, or of contraindications, in such a place."""
_GOOD = ("effect.treat", "effect.cure", "effect.reduce", "effect.soothe", "effect.remove", "effect.help")
_USES = ("heading.condition", "heading.benefit", *_GOOD)


def opens(line: Line) -> bool:
    """Whether a line opens a list or an answer: it ends with a colon, or is a short question or label."""
    text = line.text.rstrip("*_ ")
    if text.endswith(":"):
        return True
    whole = line.sentence.end - line.sentence.start >= len(line.reading.text.strip())
    stands_apart = line.is_question or whole or _is_label(line)
    return stands_apart and len(line.words()) <= _SHORT_WORDS and bool(line.of("risk.heading"))


def continues(opener: Block, line: Line) -> bool:
    """Whether a line belongs to what an earlier block opened; a label of its own would open something else."""
    block = line.reading.block
    if block.index == opener.index:
        return True
    if block.scope is Scope.HEADING:
        return False
    return block.listed or (block.index == opener.index + 1 and not _is_label(line))


def _is_label(line: Line) -> bool:
    """Whether a line opens its paragraph in bold or italics: **What can go wrong.** Some ..."""
    start = line.sentence.start
    opens_block = not line.reading.text[:start].strip(" .)0123456789")  # "1. Risks."
    return opens_block and line.reading.label_end >= start + len(line.text.rstrip(" ."))


@once
def harming(article: Article) -> frozenset[int]:
    """Return the blocks on harm: those with several sorts of injuries that are not due to illness and not treated."""
    treated = on_treated(article)
    return _dense(article, "risk.injury", lambda line: not _treats(line) and not on_illness(line, treated))


def _treats(line: Line) -> bool:
    """Whether a line says, before its first injury, that something is treated: the injuries are what it is for."""
    return any(good.first < line.of("risk.injury")[0].first for good in line.of(*_GOOD))


@once
def barring(article: Article) -> frozenset[int]:
    """Return the blocks on contraindications: those with several sorts of them."""
    return _dense(article, "risk.bar.sort", lambda _: True)


def _dense(article: Article, name: str, counts: Callable[[Line], bool]) -> frozenset[int]:
    found: set[int] = set()
    for blocks, lines in _places(article) if name in article.holding else ():
        counted = (line for line in lines if line.of(name) and not line.is_question and counts(line))
        if len({hit.owner for line in counted for hit in line.of(name)}) >= _MIN_SORTS:
            found |= blocks
    return frozenset(found)


@once
def _places(article: Article) -> list[tuple[set[int], list[Line]]]:
    """Return paragraphs and whole lists, as block indexes and lines, without those under a heading on uses."""
    places: list[tuple[set[int], list[Line]]] = []
    blocks: set[int] = set()
    lines: list[Line] = []
    for line in visible_lines(article):
        block = line.reading.block
        if block.scope is Scope.HEADING or _on_uses(line, article):
            continue
        before = lines[-1].reading.block if lines else None
        if before is None or not (block is before or _follows(block, before)):
            blocks, lines = set(), []
            places.append((blocks, lines))
        blocks.add(block.index)
        lines.append(line)
    return places


def _follows(block: Block, before: Block) -> bool:
    """Whether a block continues the list or table of the block before."""
    return block.listed and before.listed and block.index == before.index + 1


def _on_uses(line: Line, article: Article) -> bool:
    """Whether a heading below the title, or the introduction of a list, is on uses or benefits."""
    heading, lead = article.heading_reading(line.reading.block), article.lead_reading(line.reading.block)
    return any(above.has(_USES) for above in (heading, lead) if above is not None and above.block.level != 1)


@once
def on_treated(article: Article) -> frozenset[int]:
    """Return the blocks that name a condition in a title or heading too: what the page treats."""
    blocks = article.document.blocks
    headed = frozenset(condition.id for condition in article.topics.conditions if blocks[condition.block].is_heading)
    return frozenset(
        reading.block.index
        for reading in article.readings
        if headed and any(hit.term in headed for hit in reading.of("condition"))
    )


def on_illness(line: Line, treated: Container[int]) -> bool:
    """Whether a line is about an illness: it names one that is no harm, or its block is in ``treated``."""
    if line.reading.block.index in treated:
        return True
    harms = words_of(line.of("risk.harm"))
    return any(harms.isdisjoint(range(hit.first, hit.last)) for hit in line.of("condition", "risk.disease"))
