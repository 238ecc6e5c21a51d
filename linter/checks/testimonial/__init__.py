"""Kind ``testimonial``: what patients, or people presented as patients, say about a clinic or a treatment's results.

There are three sorts of stories. An *outcome* is a result that a person reports (class ``testimonial.outcome``) or an
improvement in their own health. Results of somebody else (``testimonial.result``), weaker words of change, words of a
turn beside a word of health (``testimonial.turn``) and what would be a claim in the page's own voice count only where a
patient speaks: in a quotation, a signed or starred block, a section of stories, a block about a patient
(``testimonial.case``), a sentence about one person outside the clinic (``testimonial.person``), or a report of what
patients say (``testimonial.group``). How bad it was before (``testimonial.trouble``) does not count, up to a hinge in
the sentence (``testimonial.hinge``). *Praise* is a person's good opinion (``testimonial.praise``) or a signed quotation
(``testimonial.speaker``). A *portrait* only presents somebody as a patient (``testimonial.portrait``).
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
"""Lexicon classes whose terms make a block a story."""
_TYPICAL = "testimonial.typical"
_TELLING = frozenset((*STORIES, *CHANGES))
"""Classes without whose terms a block has no story; most blocks are skipped by this."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report wordings that are wrong in themselves, and the sorts of stories that a rule lists, one per sentence."""
    yield from check_phrases(rules, article)
    for rule in rules:
        if not rule.match["stories"] or not configured(rule.match["stories_if"], article):
            continue
        end = len(article.readings)
        if _TYPICAL in rule.match["unless_near"]:
            end = _typical_from(article)
        for reading in article.readings[:end]:
            if not reading.has(_TELLING):
                continue
            for found in _stories(rule, reading, article):
                if not _balanced_next(rule, reading, article):
                    yield Match(rule, *reading.place(found.first, found.last))


def _stories(rule: Rule, reading: BlockReading, article: Article) -> Iterator[Found]:
    """Yield the words that tell a story, one match per sentence: the plainest that passes the guards.

    A signature counts only if nothing else in the block tells a story.
    """
    sorts = rule.match["stories"]
    ranked = [list(reading.of(*chain.from_iterable(CLASSES[sort] for sort in sorts)))]
    if "outcome" in sorts:
        changes, *others = outcomes(article, reading.block.index)
        ranked[0].extend(changes)
        ranked.extend(others)
    plainest: dict[Sentence, Found] = {}
    has_story = False
    for hits in ranked:
        for hit in sorted(hits, key=lambda hit: (hit.owner == "testimonial.speaker", hit.first, -hit.last)):
            found, sentence = Found(reading, hit.first, hit.last), reading.sentence_at(hit.first)
            if hit.owner == "testimonial.speaker" and has_story:
                continue
            has_story = True
            if sentence not in plainest and is_violation(rule, found, article):
                plainest[sentence] = found
    yield from sorted(plainest.values(), key=lambda found: found.first)


def _typical_from(article: Article) -> int:
    """Return the first block from which stories are balanced, else the number of blocks.

    There the page says that one person's story predicts nobody else's; it must also state average results somewhere.
    """
    if not any(reading.of(f"{_TYPICAL}.average") for reading in article.readings):
        return len(article.readings)
    disclaimers = (reading.block.index for reading in article.readings if reading.of(f"{_TYPICAL}.story"))
    return next(disclaimers, len(article.readings))


def _balanced_next(rule: Rule, reading: BlockReading, article: Article) -> bool:
    """Whether the next block, in the same section, has one of the rule's ``unless_near``."""
    owners = rule.match["unless_near"]
    following = reading.block.index + 1
    if not owners or following >= len(article.readings):
        return False
    neighbor = article.readings[following]
    return neighbor.block.section == reading.block.section and bool(neighbor.of(*owners))
