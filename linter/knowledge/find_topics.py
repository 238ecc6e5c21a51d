"""Find what an article is about."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

from linter.document import Document, Scope
from linter.knowledge.base import Knowledge, knowledge_of
from linter.knowledge.mentions import drug_mentions, find_mentions
from linter.knowledge.page import Mention, Page, mention_at
from linter.knowledge.pairs import own_pairs, unlisted_pairs
from linter.knowledge.promotion import is_set_aside, is_sought, promoted_ids, selling_signs, sells, set_apart
from linter.knowledge.topics import Topic, Topics
from linter.language.hits import Hit, words_of
from linter.language.reading import BlockReading, Sentence
from linter.language.words import split_words
from linter.rules.program import Program

_MIN_FOREMOST = 4
"""Minimum mentions of the treatment that a page mentions most, for the page to be about it."""
_NOT_USES = ("section.risk", "risk.exclusion.who", "risk.heading.exclusion")
"""Classes of headings over passages on risks or contraindications, which promote no use."""


def find_topics(document: Document, readings: Sequence[BlockReading], program: Program, topic_hint: str = "") -> Topics:
    """Find the treatments and uses in an article. ``topic_hint`` is a treatment id, or words that name a treatment."""
    knowledge = knowledge_of(program)
    page = Page(document, readings, knowledge)
    mentions = find_mentions(page, "treatment")
    hinted = _hinted(topic_hint, knowledge, program)
    denied = set(_denied(page, mentions))
    offered = [mention for mention in mentions if mention.id not in denied and not is_set_aside(page, mention)]
    rivals = frozenset(set_apart(page, offered))
    titled = _titled(page, [mention for mention in offered if mention not in rivals]) or _titled(page, offered)
    main = tuple(dict.fromkeys((*hinted, *titled, *_foremost(offered))))
    signs = selling_signs(page)
    promotional = sells(readings)
    own = [
        mention
        for mention in offered
        if mention not in rivals and document.blocks[mention.block].scope is not Scope.NAVIGATION
    ]
    promoted = promoted_ids(page, own, signs, main) if promotional else frozenset(hinted)
    conditions = tuple(_uses_only(page, find_mentions(page, "condition")))
    further = [mention_at(hit, reading) for reading in readings for hit in reading.of("use")]
    named = drug_mentions(page, mentions)
    takers = {key for key in {mention.id for mention in mentions}.union(main) if knowledge.treatment(key).takes_uses}
    titles = [key for key in main if key in takers]
    return Topics(
        treatments=tuple(_topics(knowledge, mentions, main, promoted, _discussed(page, own))),
        mentions=mentions,
        conditions=conditions,
        pairs=own_pairs(page, [mention for mention in mentions if mention.id in takers], conditions, further, titles),
        drugs=named,
        drug_pairs=unlisted_pairs(page, named, conditions),
        main=main,
        signs=signs,
        promotional=promotional,
        knowledge=knowledge,
        _page=page,
    )


def _discussed(page: Page, mentions: Sequence[Mention]) -> set[str]:
    """Return the treatments that a page names other than as a bare list item; if there are none, all of them."""
    items = {block.index for block in page.document.blocks if block.scope is Scope.LIST_ITEM}
    alone = {
        mention
        for mention in mentions
        if mention.block in items and mention.last - mention.first == len(page.readings[mention.block].words)
    }
    return {mention.id for mention in mentions if mention not in alone} or {mention.id for mention in alone}


def _topics(
    knowledge: Knowledge,
    mentions: Sequence[Mention],
    main: Sequence[str],
    promoted: frozenset[str],
    own: Container[str],
) -> Iterator[Topic]:
    names: dict[str, Counter[str]] = {key: Counter() for key in main}
    first: dict[str, Mention | None] = dict.fromkeys(main)
    for mention in mentions:
        first[mention.id] = first.get(mention.id) or mention
        names.setdefault(mention.id, Counter())[mention.text.lower()] += 1
    for key, place in first.items():
        count, written = names[key].total(), tuple(name for name, _ in names[key].most_common())
        aside = key not in own and key not in main
        yield Topic(key, knowledge.treatment(key).name, key in promoted, count, place, written, aside)


def _hinted(hint: str, knowledge: Knowledge, program: Program) -> tuple[str, ...]:
    if not hint:
        return ()
    if hint in knowledge.treatment_ids:
        return (hint,)
    words = split_words(hint)
    hits = sorted(program.index.find(hint, words, [(0, len(words))]).get("treatment", ()), key=lambda hit: hit.first)
    longest = max((hit.last - hit.first for hit in hits), default=0)
    return tuple(dict.fromkeys(hit.term for hit in hits if hit.last - hit.first == longest))


def _titled(page: Page, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the treatments named in the title or in a first-level heading."""
    titles = {block.index for block in page.document.blocks if block.is_title}
    return tuple(dict.fromkeys(mention.id for mention in mentions if mention.block in titles))


def _denied(page: Page, mentions: Sequence[Mention]) -> Iterator[str]:
    """Yield the treatments that a title says the page does not sell.

    It removes them ("Dissolving lip filler"), tests for them, or reports a trial in which they failed.
    """
    for mention in mentions:
        reading = page.readings[mention.block]
        if reading.block.is_title:
            hits = reading.of("title.denied")
            denied = any(hit.first <= mention.first and mention.last <= hit.last for hit in hits)
            if denied or is_sought(reading, mention):
                yield mention.id


def _foremost(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the treatment that accounts for more than half of a page's mentions, if any."""
    counts = Counter(mention.id for mention in mentions)
    most = max(counts, key=counts.__getitem__, default="")
    return (most,) if counts[most] >= _MIN_FOREMOST and counts[most] * 2 > len(mentions) else ()


def _uses_only(page: Page, conditions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the conditions (given in order of position) that are neither risks nor reasons against a treatment."""
    for block, named in groupby(conditions, key=lambda mention: mention.block):
        reading = page.readings[block]
        if _is_on_risks(page, reading):
            continue
        # "reduces the risk of a stroke" promotes
        lowered = words_of(reading.of("risk.untreated.lowered"))
        frames: dict[Sentence, list[Hit]] = defaultdict(list)
        for hit in reading.of("frame", "risk.exclusion"):
            if hit.first not in lowered:
                frames[reading.sentence_at(hit.first)].append(hit)
        occurring = words_of(reading.of("risk.occurs"))  # "a headache may occur"
        for mention in named:
            sentence = reading.sentence_at(mention.first)
            also_risk = mention.text.lower() in page.knowledge.condition(mention.id).also_risk
            risk = also_risk and (frames[sentence] or mention.first in occurring)
            emergency = reading.has_in(sentence.first, sentence.last, "crisis.emergency")  # "fever: call 911"
            if not (risk or emergency or _bars(mention, frames[sentence])):
                yield mention


def _is_on_risks(page: Page, reading: BlockReading) -> bool:
    """Whether a block is under a heading on risks or contraindications, or answers a question on them."""
    heading = page.document.heading_of(reading.block)
    if heading is not None and page.readings[heading.index].of(*_NOT_USES):
        return True
    question = reading.sentences[0]  # "**What are the side effects?** Nausea, …"
    return reading.asks(question) and reading.has_in(question.first, question.last, *_NOT_USES)


def _bars(mention: Mention, frames: Sequence[Hit]) -> bool:
    """Whether the frames of its sentence make any condition there a risk or a contraindication."""
    if any(hit.owner == "risk.exclusion" for hit in frames):
        return True
    strict = next((hit.last for hit in frames if not hit.owner.endswith(".loose")), None)
    return strict is not None and strict <= mention.first
