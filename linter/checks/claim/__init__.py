"""Kind ``claim``: statements that a treatment does good, judged by subject, effect, target, strength and place."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import groupby

from linter.checks.article import Article, once
from linter.checks.claim.beyond import Use
from linter.checks.claim.block_terms import BlockTerms
from linter.checks.claim.candidates import bare_benefit, candidates
from linter.checks.claim.forms import Form
from linter.checks.claim.frames import Frame, Kind, frame_of
from linter.checks.claim.judge import Claim, Strength, claims_of
from linter.checks.claim.scene import Scene
from linter.checks.claim.select import by_effect, select
from linter.checks.claim.subjects import Role
from linter.checks.match import Match
from linter.document import Scope
from linter.knowledge.promotion import Purpose, purpose_of
from linter.language.hits import of_classes
from linter.language.reading import BlockReading
from linter.language.scope import Cue
from linter.rules.program import Rule
from linter.value import replace
from linter.violation import Severity

ASSERTING = frozenset({Strength.PLAIN, Strength.ABSOLUTE})
CLAIMING = frozenset({"effect", "target.good"})
"""Lexicon classes without whose terms there is no claim."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report the claims of an article; one rule owns each claim, others may report it in addition."""
    marked: list[tuple[Match, Claim]] = []
    owners: list[Match] = []
    reported: set[Use] = set()
    rules_for = article.program.once(tuple(rules), "claim rules by effect", _by_effect)
    for claim in find_claims(article):
        for match in select(rules_for(claim.candidate.effect.owner), claim, article, reported):
            if match.rule.match["beyond"]:
                reported.add((match.values["treatment"], match.values["use"]))
            if match.rule.match["marks"]:
                marked.append((match, claim))
            elif match.rule.match["order"] or match.rule.match["heading"]:
                owners.append(match)
            else:
                yield match
    yield from _nearest(marked)
    yield from _outermost(owners)


def _outermost(matches: list[Match]) -> Iterator[Match]:
    """Drop findings inside another one of the same rule that is at least as severe: a reviewer says it once."""
    matches.sort(key=lambda match: (match.rule.code, match.block.index, match.start, -match.end))
    for _, group in groupby(matches, key=lambda match: (match.rule.code, match.block.index)):
        ends: dict[Severity, int] = {}
        for match in group:
            if all(end < match.end for level, end in ends.items() if level.rank >= match.level.rank):
                ends[match.level] = match.end
                yield match


def _nearest(marked: Sequence[tuple[Match, Claim]]) -> list[Match]:
    """Keep, of the claims that a rule reports for the same mark (*overnight*), only the nearest to it."""
    nearest: dict[tuple[str, int, int], tuple[int, Match]] = {}
    for match, claim in marked:
        candidate = claim.candidate
        for hit in claim.marks:
            if of_classes(hit.owner, match.rule.match["marks"]):
                key = match.rule.code, match.block.index, hit.first
                distance = max(hit.first - candidate.last, candidate.first - hit.last, 0)
                if key not in nearest or distance < nearest[key][0]:
                    nearest[key] = distance, match
    return list({id(match): match for _, match in nearest.values()}.values())


def _by_effect(rules: Sequence[Rule]) -> Callable[[str], Sequence[Rule]]:
    """Return a cached function from an effect class to the rules that may report it, in order of ownership."""
    ordered = sorted(rules, key=lambda rule: (rule.match["order"] or 1000, rule.code))
    return cache(partial(by_effect, ordered))


@once
def find_claims(article: Article) -> list[Claim]:
    """Return the claims of an article, in order of position, skipping blocks without a term of :data:`CLAIMING`.

    Unless they are absolute, claims on a page that only informs are informative; so are, on a page that mostly
    explains or is balanced throughout, claims in passing about something other than a treatment.
    """
    claims = [
        claim
        for reading in article.readings
        if reading.block.scope is not Scope.NAVIGATION and reading.has(CLAIMING)
        for claim in _claims_of_block(reading, article)
    ]
    asserting = sum(claim.strength in ASSERTING for claim in claims)
    purpose = purpose_of(article.readings, asserting)
    if purpose is Purpose.SELLS and not article.is_balanced_throughout:
        return claims
    informs = purpose is Purpose.INFORMS
    return [
        replace(claim, strength=Strength.INFORMATIVE)
        if claim.strength is not Strength.ABSOLUTE and (informs or _in_passing(claim, article))
        else claim
        for claim in claims
    ]


@once
def claims_by_block(article: Article) -> Mapping[int, Sequence[Claim]]:
    """Return the claims of an article by block index."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in find_claims(article):
        found[claim.scene.reading.block.index].append(claim)
    return found


def _in_passing(claim: Claim, article: Article) -> bool:
    """Whether an assertion names no treatment, promises readers nothing and is under no heading on benefits.

    On a page that is balanced throughout, what sounds like a promise to readers hardly ever is one.
    """
    return (
        claim.strength in ASSERTING
        and claim.subject.role is not Role.TREATMENT
        and (article.is_balanced_throughout or claim.candidate.form is not Form.PHRASE)
        and not (claim.candidate.form is Form.IMPERATIVE and claim.scene.of("treatment"))
        and frame_of(claim.scene.reading, article).kind is not Kind.BENEFIT
    )


def _claims_of_block(reading: BlockReading, article: Article) -> Iterator[Claim]:
    terms = BlockTerms(reading.families)
    frame: Frame | None = None
    cues: Sequence[Sequence[Cue]] | None = None
    kinds: frozenset[str] | None = None
    for number, sentence in enumerate(reading.sentences):
        if not reading.has_in(sentence.first, sentence.last, *CLAIMING):
            continue
        scene = Scene(reading, sentence, terms, article.clauses(reading), article.program.attributes)
        found = list(candidates(scene))
        bare = None if found else bare_benefit(scene)
        if found or bare:
            frame = frame or frame_of(reading, article)
            if bare and frame.kind is Kind.BENEFIT:
                found = [bare]
            cues = cues or _by_sentence(article, reading)
            kinds = kinds or frozenset(cue.kind for cue in article.cues(reading))
            yield from claims_of(scene, found, cues[number], kinds, frame)


def _by_sentence(article: Article, reading: BlockReading) -> list[list[Cue]]:
    """Return, for each sentence, the cues in it or with scope in it, in order of position.

    A block may be as long as an article, so claims must not look at all of its cues.
    """
    starts = [sentence.first for sentence in reading.sentences]
    found: list[list[Cue]] = [[] for _ in starts]
    for cue in article.cues(reading):
        first = max(0, bisect_right(starts, min(cue.first, cue.scope_first)) - 1)
        last = bisect_left(starts, max(cue.last, cue.scope_last))
        for number in range(first, last):
            found[number].append(cue)
    return found
