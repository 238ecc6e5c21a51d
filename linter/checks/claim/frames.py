"""What the place of a block makes of its words: the heading or lead-in above it."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import chain, takewhile

from linter.checks.article import Article, once
from linter.checks.claim.subjects import NAMED
from linter.checks.sources import is_entry
from linter.document import Section
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.value import Struct, replace

_LABELLED = ("heading", "treatment", "effect")
HEDGED = ("cue.hedge.modal", "cue.hedge.verb", "cue.hedge.evidence", "cue.hedge.status")
"""Hedges that hold for the whole list that they lead into: "is studied for:" does, "some of the benefits:" does not."""
_OPENER = 7
"""Words, signs counted, of a sentence that only opens what stands behind it."""


class Kind(StrEnum):
    """What a heading or lead-in makes of the words under it; of several kinds the first counts."""

    DENIED = "denied"
    RISK = "risk"
    SOURCES = "sources"
    OTHERS = "others"
    CONDITION = "condition"
    ADVICE = "advice"
    BENEFIT = "benefit"
    NONE = ""


SILENT = frozenset({Kind.RISK, Kind.SOURCES})
"""What stands below is no claim of the page's."""


class Frame(Struct, frozen=True):
    """What the lead-in of a list, the heading and its parent make of a block: the first of them that says so counts.

    Under other options than the page's own, what the page does not offer may do good; ``own`` are the treatments that
    it does (known there only). ``weak`` says that the lead-in
    only speaks of what can help; ``habit`` that the nearest heading which names a subject names food, exercise or
    another habit and no treatment.
    """

    kind: Kind
    weak: bool
    in_list: bool
    habit: bool = False
    own: frozenset[str] = frozenset()


def frame_of(reading: BlockReading, article: Article) -> Frame:
    """The frame of a block."""
    frame = _frame(reading, article)
    return replace(frame, own=own_treatments(article)) if frame.kind is Kind.OTHERS else frame


def _frame(reading: BlockReading, article: Article) -> Frame:
    block, document, readings = reading.block, article.document, article.readings
    in_list = block.listed
    section = document.sections[block.section]
    if section.heading == block.index:
        above = [document.sections[section.parent]] if section.parent >= 0 else []
    else:
        above = [section, *([document.sections[section.parent]] if section.parent > 0 else [])]
    habit = _on_habit((*above, document.sections[0]), readings)
    lead = article.lead_reading(block) if in_list else None
    label = _label_kind(reading)
    if label:
        return Frame(label, False, in_list, habit)
    headings = (readings[one.heading] for one in above if one.heading is not None and one.level > 1)
    said = chain([_said_by_lead(lead)] if lead else (), (_said_by_heading(one, in_list) for one in headings))
    for kind, weak in said:
        if kind is Kind.SOURCES and not is_entry(reading):
            continue
        if kind or weak:
            return Frame(kind, weak, in_list, habit)
    return Frame(Kind.NONE, False, in_list, habit)


def _said_by_lead(lead: BlockReading) -> tuple[Kind, bool]:
    """What a line that leads into a list makes of its items, and whether it is ``weak``: its last sentence counts."""
    first = lead.sentences[-1].first if lead.sentences else 0
    hedged = lead.among(first, len(lead.words), *HEDGED)
    named = [hit for hit in lead.of("heading") if hit.first >= first and not _within_target(hit, lead)]
    kind, names = _kind_of(named, lead)
    return kind, hedged or not names.isdisjoint(("weak", "weak.lead"))


def _said_by_heading(heading: BlockReading, in_list: bool) -> tuple[Kind, bool]:
    """What a heading makes of a block below it, and whether it is ``weak``."""
    kind, names = _kind_of(heading.of("heading"), heading)
    weak = "weak" in names
    if kind is Kind.BENEFIT and weak and not in_list:
        kind = Kind.NONE  # "Potential benefits" promises none
    return kind, in_list and weak


def _kind_of(named: Sequence[Hit], above: BlockReading) -> tuple[Kind, frozenset[str]]:
    """The kind that some words of a heading or lead-in make of what is below it, and their names in the lexicon."""
    if not named:
        return Kind.NONE, frozenset()  # most headings only name a subject
    names = frozenset(hit.owner.removeprefix("heading.") for hit in named)
    kinds = {name.partition(".")[0] for name in names}
    mixed = {Kind.RISK, Kind.BENEFIT} <= names  # "Pros and cons" frames nothing
    kind = Kind.NONE if mixed else next((kind for kind in Kind if kind in kinds), Kind.NONE)
    if kind is Kind.OTHERS and _names_own(above, named):
        kind = Kind.NONE  # "What else can Botox treat?"
    return kind, names


def is_of_others(reading: BlockReading, word: int, article: Article) -> bool:
    """Whether a word stands under other options than the page's own, and speaks neither of the page nor of what it
    offers."""
    frame = frame_of(reading, article)
    if frame.kind is not Kind.OTHERS:
        return False
    sentence = reading.sentence_at(word)
    named = (hit for name in NAMED for hit in reading.between(name, sentence.first, word))
    return not (
        reading.among(sentence.first, sentence.last, "page.selling") or any(hit.term in frame.own for hit in named)
    )


@once
def own_treatments(article: Article) -> frozenset[str]:
    """What a page is on or offers: treatments, and drugs that its titles name."""
    topics = article.topics
    titled = (one.id for one in topics.drugs if article.document.blocks[one.block].titles)
    return frozenset((*topics.main, *(topic.id for topic in topics.promoted), *titled))


def _names_own(reading: BlockReading, named: Sequence[Hit]) -> bool:
    """Whether a heading on other options names a treatment or its effect beyond that: not "Instead of Botox"."""
    spoken = reading.of("treatment", "effect")
    return any(not any(one.first <= hit.first and hit.last <= one.last for one in named) for hit in spoken)


def _label_kind(reading: BlockReading) -> Kind:
    """What a label in bold or italic type that opens a block makes of it: risks, or other options than the page's. Of
    these a short first sentence tells as well: "There are other ways."."""
    end = reading.label_end
    kinds = _kinds_before(end, reading)
    if Kind.BENEFIT in kinds:
        return Kind.NONE
    if Kind.RISK in kinds:
        return Kind.RISK
    if Kind.SOURCES in kinds and is_entry(reading):
        return Kind.SOURCES
    if not end and len(reading.sentences) > 1 and reading.sentences[0].last <= _OPENER:
        kinds = _kinds_before(reading.sentences[0].end, reading)
    return Kind.OTHERS if kinds == {Kind.OTHERS} else Kind.NONE


def _kinds_before(end: int, reading: BlockReading) -> set[str]:
    """What the words before an offset speak of: kinds of frames, a treatment, an effect."""
    if not end:
        return set()
    near = (takewhile(lambda hit: reading.start(hit.first) < end, reading.of(name)) for name in _LABELLED)
    named = [hit for hit in chain.from_iterable(near) if reading.end(hit.last) <= end]
    return {hit.owner.removeprefix("heading.") for hit in named}


def _within_target(hit: Hit, reading: BlockReading) -> bool:
    """Whether a word of a lead-in only belongs to what is treated: ``the aging process`` has no steps."""
    wider = (target for target in reading.of("target") if target.first <= hit.first and hit.last <= target.last)
    return any(target.last - target.first > hit.last - hit.first for target in wider)


def _on_habit(sections: Sequence[Section], readings: Sequence[BlockReading]) -> bool:
    """Whether the first heading that names a treatment or a habit names a habit only."""
    for section in sections:
        if section.heading is not None:
            families = readings[section.heading].families
            treatment = families.get("treatment") or families.get("drug")
            if treatment or readings[section.heading].of("subject.treatment"):
                return False
            if readings[section.heading].of("subject.other.habit"):
                return True
    return False
