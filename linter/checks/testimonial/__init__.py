"""Kind ``testimonial``: patients, or people shown as patients, who speak of a clinic and of what a treatment did.

Three sorts of stories are told apart. An *outcome* is a result that a person tells of (class ``testimonial.outcome``)
or a change for the better in the own health. Results told for a person (``testimonial.result``), weaker words of change
and words of a turn beside a word of health (``testimonial.turn``) count where a patient has the word: a quotation, a
signed or starred block, a section of stories, a block that tells of a patient (``testimonial.case``), a sentence on one
person who is not of the clinic (``testimonial.person``), or what the page hands on from its patients
(``testimonial.group``); so does what would be a claim in the page's own voice. What tells how bad it was before
(``testimonial.trouble``) counts nowhere, until the sentence turns (``testimonial.hinge``). *Praise* is a person's good
opinion (``testimonial.praise``) or a signed quotation (``testimonial.speaker``). A *portrait* only shows somebody as a
patient (``testimonial.portrait``).
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from linter.checks.article import Article
from linter.checks.guards import configured, is_violation
from linter.checks.match import Found, Match
from linter.checks.phrase import check as check_phrases
from linter.checks.testimonial.outcomes import CHANGES, outcomes
from linter.language.reading import BlockReading, Sentence
from linter.rules.program import Rule

CLASSES = {
    "outcome": ("testimonial.outcome",),
    "praise": ("testimonial.praise", "testimonial.speaker"),
    "portrait": ("testimonial.portrait",),
}
"""The lexicon classes of each sort of story."""
STORIES = tuple(chain.from_iterable(CLASSES.values()))
"""Lexicon classes of which a term makes a block a story."""
_TYPICAL = "testimonial.typical"
_TELLING = frozenset((*STORIES, *CHANGES))
"""A block without a term of these classes tells nothing; most blocks are passed over by it."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report wordings that are wrong by themselves, and the stories that a rule asks for, one a sentence."""
    yield from check_phrases(rules, article)
    for rule in rules:
        if not rule.match["stories"] or not configured(rule.match["stories_if"], article):
            continue
        told = len(article.readings)
        if _TYPICAL in rule.match["unless_near"]:
            told = _typical_from(article)
        for reading in article.readings[:told]:
            if not reading.has(_TELLING):
                continue
            for found in _stories(rule, reading, article):
                if not _balanced_next(rule, reading, article):
                    yield Match(rule, *reading.place(found.first, found.last))


def _stories(rule: Rule, reading: BlockReading, article: Article) -> Iterator[Found]:
    """The words of each sentence that tell a story, the plainest of those that stand; a signature only where nothing
    else tells one."""
    sorts = rule.match["stories"]
    ranked = [list(reading.of(*chain.from_iterable(CLASSES[sort] for sort in sorts)))]
    if "outcome" in sorts:
        changes, *others = outcomes(article, reading.block.index)
        ranked[0].extend(changes)
        ranked.extend(others)
    plainest: dict[Sentence, Found] = {}
    is_told = False
    for hits in ranked:
        for hit in sorted(hits, key=lambda hit: (hit.owner == "testimonial.speaker", hit.first, -hit.last)):
            found, sentence = Found(reading, hit.first, hit.last), reading.sentence_at(hit.first)
            if hit.owner == "testimonial.speaker" and is_told:
                continue
            is_told = True
            if sentence not in plainest and is_violation(rule, found, article):
                plainest[sentence] = found
    yield from sorted(plainest.values(), key=lambda found: found.first)


def _typical_from(article: Article) -> int:
    """The block from which on stories are balanced: the page has said there that a story foretells nobody else's, and
    tells somewhere what people gain on average."""
    if not any(reading.of(f"{_TYPICAL}.average") for reading in article.readings):
        return len(article.readings)
    said = (reading.block.index for reading in article.readings if reading.of(f"{_TYPICAL}.story"))
    return next(said, len(article.readings))


def _balanced_next(rule: Rule, reading: BlockReading, article: Article) -> bool:
    """Whether the block after a story in its section says what balances it."""
    owners = rule.match["unless_near"]
    following = reading.block.index + 1
    if not owners or following >= len(article.readings):
        return False
    neighbour = article.readings[following]
    return neighbour.block.section == reading.block.section and bool(neighbour.of(*owners))
