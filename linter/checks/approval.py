"""Kind ``approval``: what a sentence calls approved by the FDA, and whether it is.

``finds`` says which error a rule owns: ``false`` (nothing of this kind, or not for this use, is approved), ``cleared``
(a device that was cleared, not approved) or ``use`` (a brand's approval stretched to another use).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from linter.checks.article import Article
from linter.checks.guards import Found, cues_around, in_place
from linter.checks.match import Clue, Match
from linter.knowledge.facts import Treatment
from linter.knowledge.labels import on_label, products_named
from linter.knowledge.mentions import Mention
from linter.knowledge.wordings import fold, has_any
from linter.language.reading import BlockReading, Sentence
from linter.language.scope import governing
from linter.rules.program import Rule
from linter.value import Struct

_SILENCERS = frozenset({"negation", "question", "condition", "attribution", "hedge"})
_THING_WITHIN = 4
_USE_WITHIN = 14
"""Words between *is approved for* and the use that it names."""
_SEGMENT = 40
"""Words to both sides of an approval that are looked at."""


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
    page: _Page | None = None
    for reading in article.readings:
        if reading.of("approval.stated") or reading.of("approval.bare"):
            page = page or _Page(article)
            for claim, is_bare in _claims(article, reading):
                found = (None if is_bare else _thing(claim, page)) or _product(claim, page, is_bare)
                if found is not None:
                    yield found


class _Page:
    """What the article names where, and what it sells."""

    def __init__(self, article: Article) -> None:
        self.topics = article.topics
        self.knowledge = article.topics.knowledge
        self._readings = article.readings
        self._treatments = _by_block(article.topics.mentions)
        self._conditions = _by_block(article.topics.conditions)

    def treatments(self, claim: _Claim) -> list[Mention]:
        """The treatments that a claim's segment names."""
        named = self._treatments.get(claim.reading.block.index, [])
        return [mention for mention in _within(named, claim.begin, claim.end) if mention.last <= claim.end]

    def condition(self, claim: _Claim, limit: int) -> Mention | None:
        """The first condition between a claim and a word."""
        named = self._conditions.get(claim.reading.block.index, [])
        return next(iter(_within(named, claim.last, limit)), None)

    def says(self, wordings: Sequence[str]) -> bool:
        """Whether one of some wordings that narrow a use (*chronic*) stands anywhere on the page."""
        return bool(wordings) and has_any(fold("\n".join(reading.text for reading in self._readings)), wordings)

    @cached_property
    def sells_compounded(self) -> bool:
        """Whether the page offers compounded medicines and never says that these are not approved."""
        if any(reading.of("approval.compounded-denied") for reading in self._readings):
            return False
        return any(reading.of("approval.compounded") for reading in self._readings) or any(
            self.knowledge.treatment(topic.id).kind == "compounded_drug" for topic in self.topics.promoted
        )


def _by_block(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.block].append(mention)
    return found


def _within(mentions: list[Mention], first: int, last: int) -> list[Mention]:
    """The mentions that start at the words ``[first, last)``."""
    return mentions[bisect_left(mentions, first, key=_first) : bisect_left(mentions, last, key=_first)]


def _first(mention: Mention) -> int:
    return mention.first


def _claims(article: Article, reading: BlockReading) -> Iterator[tuple[_Claim, bool]]:
    """The approvals that a block asserts, and whether the regulator is left unnamed."""
    done = 0
    stated = [*reading.of("approval.stated"), *reading.of("approval.bare")]
    for hit in sorted(stated, key=lambda hit: (hit.first, -hit.last)):
        if hit.first < done:
            continue
        done = hit.last
        is_bare = hit.owner == "approval.bare"
        sentence = reading.sentence_at(hit.first)
        if reading.among(sentence.first, sentence.last, "approval.unmade") or _asks(reading, sentence):
            continue
        cues = cues_around(article, Found(reading, hit.first, hit.last))
        if governing(cues, hit.first, hit.last, _SILENCERS) is None:
            before = reading.between("approval.border", max(sentence.first, hit.first - _SEGMENT), hit.first)
            after = reading.between("approval.border", hit.last, min(sentence.last, hit.last + _SEGMENT))
            begin = before[-1].first + 1 if before else max(sentence.first, hit.first - _SEGMENT)
            end = after[0].first if after else min(sentence.last, hit.last + _SEGMENT)
            yield _Claim(reading, hit.first, hit.last, begin, end), is_bare


def _asks(reading: BlockReading, sentence: Sentence) -> bool:
    return reading.text[max(sentence.start, sentence.end - 4) : sentence.end].rstrip("\"')").endswith("?")


def _thing(claim: _Claim, page: _Page) -> _Finding | None:
    """A thing that stands right after *FDA-approved*, or is said to be so: a clinic, equipment, medications."""
    reading = claim.reading
    things = [*reading.between("approval.thing", claim.last, min(claim.end, claim.last + _THING_WITHIN))]
    if reading.among(claim.first - 2, claim.first, "approval.is"):
        said = reading.between("approval.thing", max(claim.begin, claim.first - 2 * _THING_WITHIN), claim.first)
        things += [hit for hit in said if hit.last >= claim.first - _THING_WITHIN]
    if not things:
        return None
    thing = things[0]
    named = page.treatments(claim)
    first, last = min(claim.first, thing.first), max(claim.last, thing.last)
    if any(first <= mention.first < last for mention in named):
        return None  # "FDA-approved Botox provider" is about Botox
    kind = thing.owner.removeprefix("approval.thing.")
    if kind == "device" and _means_approved_device(claim, named, page):
        return None
    if kind == "medicine" and (named or not page.sells_compounded):
        return None  # "Wegovy is an FDA-approved medicine" is about Wegovy
    what = reading.text[reading.start(thing.first) : reading.end(thing.last)]
    finds = "cleared" if kind == "device" else "false"
    return _Finding(finds, reading, first, last, what, clues=(("thing", thing.first, thing.last),))


def _means_approved_device(claim: _Claim, named: Sequence[Mention], page: _Page) -> bool:
    """Whether a device that did go through premarket approval is meant."""
    if claim.reading.among(claim.begin, claim.end, "approval.premarket"):
        return True
    near = [page.knowledge.treatment(key) for key in [mention.id for mention in named] or page.topics.main]
    return any(treatment.kind == "device" and treatment.verb == "approved" for treatment in near)


def _product(claim: _Claim, page: _Page, is_bare: bool) -> _Finding | None:
    """A treatment that is called approved, at all or for a use; the one that stands nearest."""

    def distance(mention: Mention) -> int:
        return mention.first - claim.last if mention.first >= claim.last else claim.first - mention.last

    mention, *others = sorted(page.treatments(claim), key=distance) or (None,)
    if mention is None:
        return None
    use, condition = _use(claim, page)
    if is_bare and not use:
        return None
    if condition and any(_covered(page.knowledge.treatment(other.id), condition, claim, page) for other in others):
        return None  # "esketamine, a form of ketamine that the FDA has approved for …"
    finds = _verdict(page.knowledge.treatment(mention.id), claim, page, condition, use)
    if not finds:
        return None
    clues = (("treatment", mention.first, mention.last),)
    last = mention.last if 0 <= mention.first - claim.last <= 1 else claim.last
    of_use = f" for {use}" if use and finds != "cleared" else ""
    return _Finding(finds, claim.reading, claim.first, last, mention.text, of_use, clues)


def _use(claim: _Claim, page: _Page) -> tuple[str, str]:
    """The use that the segment names after the approval: its words and the id of the condition, if it is one."""
    reading = claim.reading
    limit = min(claim.end, claim.last + _USE_WITHIN)
    further = reading.between("approval.use", claim.last, limit)
    if further:
        return reading.text[reading.start(further[0].first) : reading.end(further[0].last)], ""
    mention = page.condition(claim, limit)
    return ("", "") if mention is None else (mention.text, mention.id)


def _verdict(treatment: Treatment, claim: _Claim, page: _Page, condition: str, use: str) -> str:
    """What is wrong with calling a treatment approved (for a use); empty where nothing is, or nothing is sure."""
    brands = products_named(treatment, claim.text)
    if treatment.kind == "device" and treatment.verb != "approved" and treatment.fda_status != "unapproved":
        approved = any(label.verb == "approved" and set(label.products) & set(brands) for label in treatment.on_label)
        return "" if approved or treatment.fda_status == "mixed" else "cleared"
    if treatment.verb == "none" and treatment.fda_status != "mixed":
        return "" if any(set(label.products) & set(brands) for label in treatment.on_label) else "false"
    if claim.reading.among(max(claim.begin, claim.first - 3), min(claim.end, claim.last + 3), "approval.compounded"):
        return "false"
    if not use or (condition and _covered(treatment, condition, claim, page)):
        return ""
    return "use" if brands else "false"


def _covered(treatment: Treatment, condition_id: str, claim: _Claim, page: _Page) -> bool:
    """Whether an approval covers the condition, or may: a loose word, or one that a labelled condition's name holds."""
    knowledge = page.knowledge
    condition = knowledge.condition(condition_id)
    if on_label(treatment, condition, claim.text, knowledge.ages) is not None:
        return True
    labelled = {key for label in treatment.on_label for key in label.conditions}
    brands = products_named(treatment, claim.text)
    if not brands and condition_id in labelled:
        return True
    if any(condition_id in label.conditions and page.says(label.needs_near) for label in treatment.on_label):
        return True
    loose = condition.no_label_credit and condition_id not in treatment.off_label_conditions
    return loose or any(
        condition.name.lower() in knowledge.condition(key).name.lower() for key in labelled - {condition_id}
    )
