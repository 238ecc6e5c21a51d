"""Kind ``approval``: what a sentence calls approved by the FDA, and whether it is.

``finds`` says which error a rule owns: ``false`` (nothing of this kind, or not for this use, is approved), ``cleared``
(a device that was cleared, not approved) or ``use`` (a brand's approval stretched to another use).
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.checks.article import Article
from linter.checks.guards import in_place
from linter.checks.match import Clue, Match
from linter.knowledge.facts import Treatment
from linter.knowledge.labels import on_label, products_named
from linter.knowledge.mentions import Mention
from linter.language.reading import BlockReading
from linter.language.terms import Hit
from linter.rules.program import Rule

_SILENCERS = frozenset({"negation", "question", "condition", "attribution", "hedge"})
_THING_WITHIN = 4
_BARE_WITHIN = 14
"""Words between *is approved for* and the use that it names."""


class _Finding(Struct, frozen=True):
    """``what`` is not approved (for ``use``, or at all); the excerpt is the words ``[first, last)``."""

    finds: str
    reading: BlockReading
    first: int
    last: int
    what: str
    use: str = ""
    clues: tuple[tuple[str, int, int], ...] = ()


class _Claim(Struct, frozen=True):
    """Words ``[first, last)`` say *approved*; the segment ``[begin, end)`` is what is said of one product."""

    reading: BlockReading
    first: int
    last: int
    begin: int
    end: int

    @property
    def text(self) -> str:
        """The text of the segment."""
        return self.reading.text[self.reading.start(self.begin) : self.reading.end(self.end)]


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report approvals that are none."""
    by_finds = {rule.match["finds"]: rule for rule in rules}
    for finding in _findings(article):
        rule = by_finds.get(finding.finds)
        if rule is None or not in_place({"voice": "own", **rule.match}, finding.reading):
            continue
        reading = finding.reading
        clues = tuple(Clue(kind, reading.block, reading.start(a), reading.end(b)) for kind, a, b in finding.clues)
        values = {"what": finding.what, "use": finding.use}
        start, end = reading.start(finding.first), reading.end(finding.last)
        yield Match(rule, reading.block, start, end, clues=clues, values=values)


def _findings(article: Article) -> Iterator[_Finding]:
    for reading in article.readings:
        if not reading.of("approval.stated", "approval.bare"):
            continue
        mentions = article.topics.of(reading.block.index)
        for claim, is_bare in _claims(article, reading):
            found = None if is_bare else _thing(claim, article, mentions)
            found = found or _product(claim, article, mentions, is_bare)
            if found is not None:
                yield found


def _claims(article: Article, reading: BlockReading) -> Iterator[tuple[_Claim, bool]]:
    """The approvals that a block asserts, and whether the regulator is left unnamed."""
    cues = [cue for cue in article.cues(reading) if cue.kind in _SILENCERS]
    unmade = {reading.sentence_at(hit.first).first for hit in reading.of("approval.unmade")}
    borders = [hit.first for hit in reading.of("approval.border")]
    stated = reading.of("approval.stated")
    for hit in sorted([*stated, *reading.of("approval.bare")]):
        is_bare = hit.owner == "approval.bare"
        if is_bare and any(other.first < hit.last and hit.first < other.last for other in stated):
            continue
        sentence = reading.sentence_at(hit.first)
        if sentence.first in unmade or reading.text[sentence.start : sentence.end].rstrip("\"')").endswith("?"):
            continue
        if any(cue.governs(hit.first, hit.last) for cue in cues):
            continue
        begin = max([sentence.first, *(border + 1 for border in borders if sentence.first <= border < hit.first)])
        end = min([sentence.last, *(border for border in borders if hit.last <= border < sentence.last)])
        yield _Claim(reading, hit.first, hit.last, begin, end), is_bare


def _thing(claim: _Claim, article: Article, mentions: Sequence[Mention]) -> _Finding | None:
    """A thing that stands right after *FDA-approved*, or is said to be so: a clinic, equipment, medications."""
    said_to_be = any(claim.first - 2 <= hit.first < claim.first for hit in claim.reading.of("approval.is"))
    thing = next(
        (
            hit
            for hit in claim.reading.of("approval.thing")
            if claim.last <= hit.first < min(claim.end, claim.last + _THING_WITHIN)
            or (said_to_be and claim.begin <= hit.first and claim.first - _THING_WITHIN <= hit.last <= claim.first)
        ),
        None,
    )
    if thing is None or _named_between(claim, thing, mentions):
        return None
    finds = {"never": "false", "device": "cleared", "medicine": "false"}[thing.owner.removeprefix("approval.thing.")]
    if thing.owner.endswith("device") and _has_approved_device(claim, article, mentions):
        return None
    if thing.owner.endswith("medicine") and not _sells_compounded(article):
        return None
    reading = claim.reading
    what = reading.text[reading.start(thing.first) : reading.end(thing.last)]
    first, last = min(claim.first, thing.first), max(claim.last, thing.last)
    return _Finding(finds, reading, first, last, what, clues=(("thing", thing.first, thing.last),))


def _named_between(claim: _Claim, thing: Hit, mentions: Sequence[Mention]) -> bool:
    """Whether a treatment is named between the approval and the thing: *FDA-approved Botox provider*."""
    first, last = min(claim.last, thing.first), max(claim.first, thing.first)
    return any(first <= mention.first < last for mention in mentions)


def _has_approved_device(claim: _Claim, article: Article, mentions: Sequence[Mention]) -> bool:
    """Whether a device that did go through premarket approval is meant."""
    knowledge = article.topics.knowledge
    near = [mention.id for mention in mentions if claim.begin <= mention.first < claim.end] or article.topics.main
    return any(
        knowledge.treatment(key).kind == "device" and knowledge.treatment(key).verb == "approved" for key in near
    )


def _sells_compounded(article: Article) -> bool:
    """Whether the page offers compounded medicines and never says that these are not approved."""
    if any(reading.of("approval.compounded-denied") for reading in article.readings):
        return False
    topics = article.topics
    return any(reading.of("approval.compounded") for reading in article.readings) or any(
        topics.knowledge.treatment(topic.id).kind == "compounded_drug" for topic in topics.promoted
    )


def _product(claim: _Claim, article: Article, mentions: Sequence[Mention], is_bare: bool) -> _Finding | None:
    """A treatment that is called approved, at all or for a use."""
    mention = _nearest(claim, mentions)
    if mention is None:
        return None
    knowledge = article.topics.knowledge
    treatment = knowledge.treatment(mention.id)
    use, condition = _use(claim, article)
    if is_bare and not use:
        return None
    finds = _verdict(treatment, claim, article, condition, use)
    if not finds:
        return None
    clues = (("treatment", mention.first, mention.last),)
    last = mention.last if 0 <= mention.first - claim.last <= 1 else claim.last
    of_use = f" for {use}" if use and finds != "cleared" else ""
    return _Finding(finds, claim.reading, claim.first, last, mention.text, of_use, clues)


def _nearest(claim: _Claim, mentions: Sequence[Mention]) -> Mention | None:
    """The treatment of the segment that stands nearest to the approval; one after it is read first."""

    def distance(mention: Mention) -> int:
        return mention.first - claim.last if mention.first >= claim.last else claim.first - mention.last

    here = [mention for mention in mentions if claim.begin <= mention.first and mention.last <= claim.end]
    return min(here, key=distance, default=None)


def _use(claim: _Claim, article: Article) -> tuple[str, str]:
    """The use that the segment names after the approval: its words and the id of the condition, if it is one."""
    reading = claim.reading
    limit = min(claim.end, claim.last + _BARE_WITHIN)
    further = next((hit for hit in reading.of("approval.use") if claim.last <= hit.first < limit), None)
    if further is not None:
        return reading.text[reading.start(further.first) : reading.end(further.last)], ""
    for mention in article.topics.conditions:
        if mention.block == reading.block.index and claim.last <= mention.first < limit:
            return mention.text, mention.id
    return "", ""


def _verdict(treatment: Treatment, claim: _Claim, article: Article, condition: str, use: str) -> str:
    """What is wrong with calling a treatment approved (for a use); empty where nothing is, or nothing is sure."""
    brands = products_named(treatment, claim.text)
    if treatment.kind == "device" and treatment.verb != "approved" and treatment.fda_status != "unapproved":
        approved = any(label.verb == "approved" and set(label.products) & set(brands) for label in treatment.on_label)
        return "" if approved or treatment.fda_status == "mixed" else "cleared"
    if treatment.verb == "none" and treatment.fda_status != "mixed":
        return "" if any(set(label.products) & set(brands) for label in treatment.on_label) else "false"
    if claim.reading.of("approval.compounded") and _compounded_between(claim):
        return "false"
    if not use or (condition and _covered(treatment, condition, claim, article)):
        return ""
    return "use" if brands else "false"


def _compounded_between(claim: _Claim) -> bool:
    """Whether *compounded* stands right at the approval."""
    hits = claim.reading.of("approval.compounded")
    return any(claim.first - 3 <= hit.first < claim.last + 3 and claim.begin <= hit.first < claim.end for hit in hits)


def _covered(treatment: Treatment, condition_id: str, claim: _Claim, article: Article) -> bool:
    """Whether an approval covers the condition, or may: a loose word, or one that a labelled condition's name holds."""
    knowledge = article.topics.knowledge
    condition = knowledge.condition(condition_id)
    if on_label(treatment, condition, claim.text, knowledge.ages) is not None:
        return True
    labelled = {key for label in treatment.on_label for key in label.conditions}
    brands = products_named(treatment, claim.text)
    if not brands and condition_id in labelled:
        return True
    loose = condition.no_label_credit and condition_id not in treatment.off_label_conditions
    return loose or any(
        condition.name.lower() in knowledge.condition(key).name.lower() for key in labelled - {condition_id}
    )
