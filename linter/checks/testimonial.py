"""Kind ``testimonial``: patients, or people shown as patients, who speak of a clinic and of what a treatment did.

Three sorts of stories are told apart. An *outcome* is a result that a person tells of (class ``testimonial.outcome``)
or a change for the better in the own health. Results told for a person (``testimonial.result``), weaker words of change
and words of a turn beside a word of health (``testimonial.turn``) count where a patient has the word: a quotation, a
signed or starred block, a section of stories, a block that tells of a patient (``testimonial.case``), a sentence on one
person who is not of the clinic (``testimonial.person``). What tells how bad it was before (``testimonial.trouble``)
counts nowhere. *Praise* is a person's good opinion (``testimonial.praise``) or a signed quotation
(``testimonial.speaker``). A *portrait* only shows somebody as a patient (``testimonial.portrait``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from linter.checks.article import Article, once
from linter.checks.claim import find_claims
from linter.checks.claim.judge import Claim
from linter.checks.guards import Found, configured, cues_around, stands
from linter.checks.match import Match
from linter.checks.phrase import check as check_phrases
from linter.document import Scope
from linter.expression import expression
from linter.language.hits import Hit
from linter.language.reading import BlockReading, Sentence
from linter.language.scope import governing
from linter.rules.program import Rule

_CLASSES = {
    "outcome": ("testimonial.outcome",),
    "praise": ("testimonial.praise", "testimonial.speaker"),
    "portrait": ("testimonial.portrait",),
}
_SIGNED = expression(r"[-\u2013\u2014~]\s*[A-Z][\w.]*(?:[ ,]+[\w.&'-]+){0,5}\s*$|^[A-Z][a-z]+ [A-Z]\.(?![\w.])")
"""A dash and a name of a few words at the end (``- Paula, Austin``), or a name with an initial first (``Emily R.``)."""
_LINE = 20
"""Words of a line that may stand for a heading."""
STORIES = tuple(chain.from_iterable(_CLASSES.values()))
"""Lexicon classes of which a term makes a block a story."""
_CHANGES = ("testimonial.change", "testimonial.result", "testimonial.turn", "effect")
_TELLING = frozenset((*STORIES, *_CHANGES))
"""A block without a term of these classes tells nothing; most blocks are passed over by it."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report wordings that are wrong by themselves, and the stories that a rule asks for, one a sentence."""
    yield from check_phrases(rules, article)
    for rule in rules:
        if not rule.match["stories"] or not configured(rule.match["stories_if"], article):
            continue
        for reading in article.readings:
            if _TELLING.isdisjoint(reading.families):
                continue
            for found in _stories(rule.match["stories"], reading, article):
                if stands(rule, found, article) and not _balanced_next(rule, reading, article):
                    yield Match(rule, reading.block, reading.start(found.first), reading.end(found.last))


def _stories(sorts: Sequence[str], reading: BlockReading, article: Article) -> Iterator[Found]:
    """The words of each sentence that tell a story, the plainest of them; a signature only where nothing else does."""
    ranked = [list(reading.of(*chain.from_iterable(_CLASSES[sort] for sort in sorts)))]
    if "outcome" in sorts:
        changes, *others = _outcomes(article, reading.block.index)
        ranked[0].extend(changes)
        ranked.extend(others)
    plainest: dict[Sentence, Hit] = {}
    for hits in ranked:
        for hit in sorted(hits, key=lambda hit: (hit.owner == "testimonial.speaker", hit.first, -hit.last)):
            if hit.owner != "testimonial.speaker" or not plainest:
                plainest.setdefault(reading.sentence_at(hit.first), hit)
    for hit in sorted(plainest.values()):
        yield Found(reading, hit.first, hit.last)


@once
def _outcomes(article: Article, block: int) -> tuple[list[Hit], list[Hit], list[Hit]]:
    """Of a block: strong words of change in the own health; results and weak words, and words of a turn, where a
    patient has the word."""
    reading = article.readings[block]
    if not any(name in reading.families for name in _CHANGES):
        return [], [], []
    own = _sentences(reading, "testimonial.health.own", "condition")
    own -= _sentences(reading, "testimonial.trouble")
    weak = (hit for hit in _own_changes(reading, "testimonial.change.weak") if reading.sentence_at(hit.first) in own)
    told = [*reading.of("testimonial.result"), *weak]
    signed = _is_signed(reading, patients_sections(article))
    personal = _sentences(reading, "testimonial.group")
    if not signed and not _has_author(article):
        personal |= _personal_sentences(reading)

    def spoken(hits: Iterable[Hit]) -> list[Hit]:
        return [
            hit
            for hit in hits
            if signed
            or reading.sentence_at(hit.first) in personal
            or _in_quotation(Found(reading, hit.first, hit.last), article)
        ]

    turned = [*spoken(_turns(reading, signed)), *_claimed(article, reading, signed)]
    return list(_own_changes(reading, "testimonial.change.strong")), spoken(told), turned


def _claimed(article: Article, reading: BlockReading, signed: bool) -> Iterator[Hit]:
    """What would be a claim in the page's own voice: a patient tells it, or the page hands on what patients told it."""
    own = _sentences(reading, "testimonial.self", "testimonial.person")
    own -= _sentences(reading, "testimonial.trouble", "testimonial.clinician", "testimonial.reader")
    group = _sentences(reading, "testimonial.group")
    for claim in _claims_by_block(article).get(reading.block.index, ()) if own or group else ():
        hit, sentence = claim.candidate.effect, claim.scene.sentence
        said = signed or _in_quotation(Found(reading, hit.first, hit.last), article)
        if sentence in group or (said and sentence in own):
            yield hit


@once
def _claims_by_block(article: Article) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in find_claims(article):
        found[claim.scene.reading.block.index].append(claim)
    return found


def _turns(reading: BlockReading, signed: bool) -> Iterator[Hit]:
    """Words of a turn (*again*, *after six weeks*) in sentences that speak of health, or of what the ill cannot do.

    Sentences that tell how bad it was before have not turned. Who signs may speak to the reader (*thank you*).
    """
    concerned = _sentences(reading, "testimonial.health.own", "testimonial.deed", "condition")
    concerned -= _sentences(reading, "testimonial.trouble")
    if not signed or reading.block.scope is Scope.HEADING:
        concerned -= _sentences(reading, "testimonial.reader") - _sentences(reading, "testimonial.person")
    return (hit for hit in reading.of("testimonial.turn") if reading.sentence_at(hit.first) in concerned)


def _own_changes(reading: BlockReading, change: str) -> Iterator[Hit]:
    """Words of change in sentences where a person, not a clinician, speaks of the own health."""
    speaking = _sentences(reading, "testimonial.self") & _sentences(reading, "testimonial.health", "condition")
    speaking -= _sentences(reading, "testimonial.clinician")
    return (hit for hit in reading.of(change) if reading.sentence_at(hit.first) in speaking)


def _sentences(reading: BlockReading, *classes: str) -> set[Sentence]:
    return {reading.sentence_at(hit.first) for hit in reading.of(*classes)}


def _is_signed(reading: BlockReading, voices: set[int]) -> bool:
    """Whether a whole block is a patient's, or about one: quoted, signed, starred, in a section of stories, a case."""
    block = reading.block
    if block.quoted or block.scope is Scope.QUOTE or block.section in voices:
        return True
    return bool(reading.of("testimonial.speaker", "testimonial.case")) or _SIGNED.search(reading.text) is not None


def _personal_sentences(reading: BlockReading) -> set[Sentence]:
    """The sentences that speak of one person, unless the block is about the clinic's own people."""
    if reading.of("testimonial.staff"):
        return set()
    others = ("testimonial.trade", "testimonial.clinician", "testimonial.anyone")
    return _sentences(reading, "testimonial.person") - _sentences(reading, *others)


@once
def _has_author(article: Article) -> bool:
    """Whether the first person of a page, outside of stories, is somebody who treats others."""
    voices = patients_sections(article)
    speaking = article.holding.get("testimonial.clinician.author", ())
    return any(not _is_signed(reading, voices) for reading in speaking)


def _in_quotation(found: Found, article: Article) -> bool:
    return governing(cues_around(article, found), found.first, found.first + 1, ("quotation",)) is not None


@once
def patients_sections(article: Article) -> set[int]:
    """The indexes of the sections that announce stories, with their subsections."""
    sections = article.document.sections
    announced = {reading.block.section for reading in article.readings if _announces(reading)} - {0}
    for section in sections:  # parents come first
        if section.parent in announced:
            announced.add(section.index)
    return announced


def _announces(reading: BlockReading) -> bool:
    """Whether a heading, or a line as short as one, says that stories follow."""
    is_short = reading.block.scope is Scope.HEADING or len(reading.words) <= _LINE
    return is_short and bool(reading.hits.get("testimonial.section"))


def _balanced_next(rule: Rule, reading: BlockReading, article: Article) -> bool:
    """Whether the block after a story in its section says what balances it."""
    owners = rule.match["unless_near"]
    following = reading.block.index + 1
    if not owners or following >= len(article.readings):
        return False
    neighbour = article.readings[following]
    return neighbour.block.section == reading.block.section and bool(neighbour.of(*owners))
