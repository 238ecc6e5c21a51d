"""The frame of a block: what the heading or lead-in above it makes of its words."""

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

_LABELED = ("heading", "treatment", "effect")
HEDGED = ("cue.hedge.modal", "cue.hedge.verb", "cue.hedge.evidence", "cue.hedge.status")
"""Hedges in a lead-in that hold for its whole list: "is studied for:" does, "some of the benefits:" does not."""
_OPENER = 7
"""Maximum words and punctuation of a sentence that only introduces what follows."""


class Kind(StrEnum):
    """What a heading or lead-in makes of the words below it; of several kinds the first wins."""

    DENIED = "denied"
    RISK = "risk"
    SOURCES = "sources"
    OTHERS = "others"
    CONDITION = "condition"
    ADVICE = "advice"
    BENEFIT = "benefit"
    NONE = ""


SILENT = frozenset({Kind.RISK, Kind.SOURCES})
"""Kinds under which nothing counts as a claim of the page."""


class Frame(Struct, frozen=True):
    """What the lead-in of a list, the heading or its parent makes of a block; the first that says something wins.

    ``weak`` means that the lead-in only says what can help; ``habit`` that the nearest heading with a subject names a
    habit (food, exercise, ...) and no treatment. ``own`` are the page's own treatments, set only for ``OTHERS``: under
    a heading on other options, a page may praise what it does not offer.
    """

    kind: Kind
    weak: bool
    in_list: bool
    habit: bool = False
    own: frozenset[str] = frozenset()


def frame_of(reading: BlockReading, article: Article) -> Frame:
    """Return the frame of a block."""
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
    headings = (readings[part.heading] for part in above if part.heading is not None and part.level > 1)
    frames = chain([_of_lead(lead)] if lead else (), (_of_heading(heading, in_list) for heading in headings))
    for kind, weak in frames:
        if kind is Kind.SOURCES and not is_entry(reading):
            continue
        if kind or weak:
            return Frame(kind, weak, in_list, habit)
    return Frame(Kind.NONE, False, in_list, habit)


def _of_lead(lead: BlockReading) -> tuple[Kind, bool]:
    """Return the kind of frame that a lead-in is, and whether it is ``weak``, by its last sentence."""
    first = lead.sentences[-1].first if lead.sentences else 0
    hedged = lead.has_in(first, len(lead.words), *HEDGED)
    named = [hit for hit in lead.of("heading") if hit.first >= first and not _within_target(hit, lead)]
    kind, names = _kind_of(named, lead)
    return kind, hedged or not names.isdisjoint(("weak", "weak.lead"))


def _of_heading(heading: BlockReading, in_list: bool) -> tuple[Kind, bool]:
    """Return the kind of frame that a heading is, and whether it is ``weak``."""
    kind, names = _kind_of(heading.of("heading"), heading)
    weak = "weak" in names
    if kind is Kind.BENEFIT and weak and not in_list:
        kind = Kind.NONE  # "Potential benefits" promises none
    return kind, in_list and weak


def _kind_of(named: Sequence[Hit], above: BlockReading) -> tuple[Kind, frozenset[str]]:
    """Return the kind that some hits in a heading or lead-in give it, and their names in the lexicon."""
    if not named:
        return Kind.NONE, frozenset()  # most headings
    names = frozenset(hit.owner.removeprefix("heading.") for hit in named)
    kinds = {name.partition(".")[0] for name in names}
    mixed = {Kind.RISK, Kind.BENEFIT} <= names  # "Pros and cons" frames nothing
    kind = Kind.NONE if mixed else next((kind for kind in Kind if kind in kinds), Kind.NONE)
    if kind is Kind.OTHERS and _names_own(above, named):
        kind = Kind.NONE  # "What else can Botox treat?"
    return kind, names


def is_of_others(reading: BlockReading, word: int, article: Article) -> bool:
    """Whether a word is under a heading on other options, in a sentence on neither the page nor what it offers."""
    frame = frame_of(reading, article)
    if frame.kind is not Kind.OTHERS:
        return False
    sentence = reading.sentence_at(word)
    named = (hit for name in NAMED for hit in reading.hits_in(name, sentence.first, word))
    return not (
        reading.has_in(sentence.first, sentence.last, "page.selling") or any(hit.term in frame.own for hit in named)
    )


@once
def own_treatments(article: Article) -> frozenset[str]:
    """Return what a page is about or offers: treatments, and drugs in its titles."""
    topics = article.topics
    titled = (drug.id for drug in topics.drugs if article.document.blocks[drug.block].is_title)
    return frozenset((*topics.main, *(topic.id for topic in topics.promoted), *titled))


def _names_own(reading: BlockReading, named: Sequence[Hit]) -> bool:
    """Whether the heading on other options names a treatment or effect besides ``named``: not "Instead of Botox"."""
    hits = reading.of("treatment", "effect")
    return any(not any(other.first <= hit.first and hit.last <= other.last for other in named) for hit in hits)


def _label_kind(reading: BlockReading) -> Kind:
    """Return the kind that a label in bold or italics at the start of a block gives it: risks or other options.

    A short first sentence can announce other options too: "There are other ways."
    """
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
    """Return the classes of the hits before an offset: kinds of frames, a treatment, an effect."""
    if not end:
        return set()
    near = (takewhile(lambda hit: reading.start(hit.first) < end, reading.of(name)) for name in _LABELED)
    named = [hit for hit in chain.from_iterable(near) if reading.end(hit.last) <= end]
    return {hit.owner.removeprefix("heading.") for hit in named}


def _within_target(hit: Hit, reading: BlockReading) -> bool:
    """Whether a hit in a lead-in is only part of a wider target: ``process`` in ``the aging process``."""
    wider = (target for target in reading.of("target") if target.first <= hit.first and hit.last <= target.last)
    return any(target.last - target.first > hit.last - hit.first for target in wider)


def _on_habit(sections: Sequence[Section], readings: Sequence[BlockReading]) -> bool:
    """Whether the first heading that names a treatment or a habit names only a habit."""
    for section in sections:
        if section.heading is not None:
            families = readings[section.heading].families
            treatment = families.get("treatment") or families.get("drug")
            if treatment or readings[section.heading].of("subject.treatment"):
                return False
            if readings[section.heading].of("subject.other.habit"):
                return True
    return False
