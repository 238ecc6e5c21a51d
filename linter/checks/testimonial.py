"""Kind ``testimonial``: patients, or people shown as patients, who speak of a clinic and of what a treatment did.

Three sorts of stories are told apart. An *outcome* is a result that a person tells of (class ``testimonial.outcome``)
or a change for the better in the own health; results told for a person (``testimonial.result``) and weaker words of
change count in places that give voice to patients. *Praise* is a person's good opinion (``testimonial.praise``) or a
signed quotation (``testimonial.speaker``). A *portrait* only shows somebody as a patient (``testimonial.portrait``).
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from linter.checks.article import Article
from linter.checks.guards import Found, configured, cues_around, stands
from linter.checks.match import Match
from linter.checks.phrase import check as check_phrases
from linter.document import Scope
from linter.language.reading import BlockReading, Sentence
from linter.language.scope import governing
from linter.language.terms import Hit
from linter.rules.program import Rule

_CLASSES = {
    "outcome": ("testimonial.outcome",),
    "praise": ("testimonial.praise", "testimonial.speaker"),
    "portrait": ("testimonial.portrait",),
}


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report wordings that are wrong by themselves, and the stories that a rule asks for, one a block."""
    yield from check_phrases(rules, article)
    voices = _patients_sections(article)
    for rule in rules:
        if not rule.match["stories"] or not configured(rule.match["stories_if"], article):
            continue
        for reading in article.readings:
            if "testimonial" not in reading.families:
                continue
            found = _story(rule.match["stories"], reading, article, voices)
            if found and stands(rule, found, article) and not _balanced_next(rule, reading, article):
                yield Match(rule, reading.block, reading.start(found.first), reading.end(found.last))


def _story(sorts: Sequence[str], reading: BlockReading, article: Article, voices: set[int]) -> Found | None:
    """The first words of a block that tell a story."""
    hits = list(reading.of(*chain.from_iterable(_CLASSES[sort] for sort in sorts)))
    if "outcome" in sorts:
        hits.extend(_own_changes(reading, "testimonial.change.strong"))
        told = [*reading.of("testimonial.result"), *_own_changes(reading, "testimonial.change.weak")]
        hits.extend(hit for hit in told if _given_voice(Found(reading, hit.first, hit.last), article, voices))
    if not hits:
        return None
    first = min(hits, key=lambda hit: (hit.first, -hit.last))
    return Found(reading, first.first, first.last)


def _own_changes(reading: BlockReading, change: str) -> Iterator[Hit]:
    """Words of change in sentences where a person, not a clinician, speaks of the own health."""
    speaking = _sentences(reading, "testimonial.self") & _sentences(reading, "testimonial.health", "condition")
    speaking -= _sentences(reading, "testimonial.clinician")
    return (hit for hit in reading.of(change) if reading.sentence_at(hit.first) in speaking)


def _sentences(reading: BlockReading, *classes: str) -> set[Sentence]:
    return {reading.sentence_at(hit.first) for hit in reading.of(*classes)}


def _given_voice(found: Found, article: Article, voices: set[int]) -> bool:
    """Whether words stand where patients speak: a quotation, a signed block, or a section of stories."""
    block = found.reading.block
    if block.quoted or block.scope is Scope.QUOTE or block.section in voices:
        return True
    if found.reading.hits.get("testimonial.speaker"):
        return True
    return governing(cues_around(article, found), found.first, found.first + 1, ("quotation",)) is not None


def _patients_sections(article: Article) -> set[int]:
    """The sections that announce stories, with their subsections."""
    sections = article.document.sections
    announced = {reading.block.section for reading in article.readings if reading.hits.get("testimonial.section")} - {0}
    for section in sections:  # parents come first
        if section.parent in announced:
            announced.add(section.index)
    return announced


def _balanced_next(rule: Rule, reading: BlockReading, article: Article) -> bool:
    """Whether the block after a story in its section says what balances it."""
    owners = rule.match["unless_near"]
    following = reading.block.index + 1
    if not owners or following >= len(article.readings):
        return False
    neighbour = article.readings[following]
    return neighbour.block.section == reading.block.section and bool(neighbour.of(*owners))
