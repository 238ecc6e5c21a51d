"""Select the rules that report a claim: the first owner that fits, and all rules that report in addition."""

from collections.abc import Container, Iterator, Sequence

from linter.checks.article import Article
from linter.checks.citations import has_source
from linter.checks.claim.beyond import Use, is_on_label, is_starred, uses_beyond
from linter.checks.claim.forms import Form
from linter.checks.claim.frames import own_treatments
from linter.checks.claim.hedged import hedged
from linter.checks.claim.judge import Claim, Strength
from linter.checks.claim.subjects import NAMED
from linter.checks.match import Clue, Match
from linter.document import Scope
from linter.language.hits import Hit, of_classes
from linter.language.reading import BlockReading
from linter.rules.program import Rule
from linter.value import EMPTY
from linter.violation import Severity

_SIGNS = frozenset(".,;:!?")
_HEADINGS = frozenset({Scope.HEADING, Scope.TITLE, Scope.DESCRIPTION, Scope.BUTTON, Scope.ALT_TEXT})


def select(rules: Sequence[Rule], claim: Claim, article: Article, reported: Container[Use] = ()) -> Sequence[Match]:
    """Return the findings of a claim. ``rules`` are those for its effect in order of ownership, without order last.

    In a heading, the rule on headings replaces the owner, unless the owner is more severe: then both report. A use
    beyond the label is reported once: for those already ``reported``, the next owner reports.
    """
    found = list(_found(rules, claim, article, reported))
    heading = next((match for match in found if match.rule.match["heading"]), None)
    owner = next((match for match in found if match.rule.match["order"]), None)
    if heading and owner and owner.level.rank <= heading.level.rank:
        found.remove(owner)
    return found


def _found(rules: Sequence[Rule], claim: Claim, article: Article, reported: Container[Use]) -> Iterator[Match]:
    owned = False
    for rule in rules:
        if owned and rule.match["order"]:
            continue
        if not _fits(rule, claim, article):
            continue
        use: Use | None = None
        if rule.match["beyond"]:
            use = next((use for use in uses_beyond(claim, article, rule.match["about"]) if use not in reported), None)
            if use is None:
                continue
        owned = owned or bool(rule.match["order"])
        if claim.strength in rule.match["strengths"]:
            yield _match(rule, claim, use)


def _fits(rule: Rule, claim: Claim, article: Article) -> bool:
    options = rule.match
    candidate = claim.candidate
    block = claim.scene.reading.block
    return (
        (not options["heading"] or block.scope in _HEADINGS)
        and (not options["forms"] or candidate.form in options["forms"])
        and (not options["marks"] or any(of_classes(hit.owner, options["marks"]) for hit in claim.marks))
        and (not options["targets"] or _on_target(options["targets"], claim, article))
        and (not options["about"] or _about(options["about"], claim, article))
        and not (options["offered"] and _is_not_offered(claim, article))
        and not (options["unsourced"] and has_source(article, claim.scene.reading, candidate.first, whole_block=True))
        and not ((options["order"] or options["skip_on_label"]) and is_on_label(claim, article))
        and not (options["order"] and is_starred(claim, article))
    )


def by_effect(rules: Sequence[Rule], owner: str) -> tuple[Rule, ...]:
    """Return the rules that may report claims with an effect class."""
    return tuple(rule for rule in rules if not rule.match["effects"] or of_classes(owner, rule.match["effects"]))


def _on_target(wanted: Sequence[str], claim: Claim, article: Article) -> bool:
    candidate = claim.candidate
    if candidate.form is Form.PHRASE and (
        of_classes(candidate.effect.owner, wanted)
        or claim.scene.reading.has_in(candidate.first, candidate.last, *wanted)
    ):
        return True  # a phrase contains its target: "gets you off opioids"
    for hit in candidate.targets:
        if of_classes(hit.owner, wanted):
            return True
        if hit.owner == "condition":
            condition = article.topics.knowledge.condition(hit.term)
            sorts = {
                hit.term: True,
                "serious": condition.serious,
                "chronic": condition.chronic,
                # a state is energy, wellness, aging: what a supplement may mention
                "disease": condition.kind != "state",
            }
            if any(sorts.get(name) for name in wanted):
                return True
    return False


def _about(wanted: Sequence[str], claim: Claim, article: Article) -> bool:
    """Whether the sentence names a wanted treatment or, if it names none, the article is about one."""
    scene = claim.scene
    classes = [name for name in wanted if "." in name]
    subject = claim.subject.hit
    others = scene.of("subject") if subject is None or subject.owner not in NAMED else ()
    if classes and any(of_classes(hit.owner, classes) for hit in others):
        return True  # "testosterone melts belly fat" is not about fat
    named = {hit.term for hit in scene.of("treatment")}
    if not named and not classes:
        named = set(article.topics.main)
    known = map(article.topics.knowledge.treatment, named)
    return any(treatment.id in wanted or f"kind:{treatment.kind}" in wanted for treatment in known)


def _is_not_offered(claim: Claim, article: Article) -> bool:
    """Whether the claim is about a treatment that the page names but does not promote."""
    hit = claim.subject.hit
    if hit is None or hit.owner not in NAMED:
        return False
    own = own_treatments(article)
    return bool(own) and hit.term not in own


def _match(rule: Rule, claim: Claim, use: Use | None) -> Match:
    candidate = claim.candidate
    reading = claim.scene.reading
    severity = Severity(rule.match["strengths"][claim.strength])
    if claim.strength is not Strength.ABSOLUTE and of_classes(candidate.effect.owner, rule.match["soft"]):
        severity = min(severity, Severity.WARNING, key=lambda level: level.rank)
    clues = [("effect", candidate.effect)]
    clues += [("target", hit) for hit in candidate.targets[:1]]
    clues += [("subject", claim.subject.hit)] if claim.subject.hit is not None else []
    clues += [("mark", hit) for hit in claim.marks]
    evidence = [_clue(kind, hit, claim) for kind, hit in clues]
    if claim.cue is not None:
        evidence.append(Clue(claim.cue.kind, *reading.place(claim.cue.first, claim.cue.last)))
    draft, drafted = hedged(rule, claim) or (None, candidate.effect.first)
    return Match(
        rule=rule,
        block=reading.block,
        start=reading.start(candidate.first),
        end=_end(candidate.first, candidate.last, reading),
        clues=tuple(evidence),
        severity=severity,
        values={"treatment": use[0], "use": use[1]} if use else EMPTY,
        replacement=draft,
        replaced=(reading.start(drafted), _end(drafted, candidate.effect.last, reading)),
    )


def _clue(kind: str, hit: Hit, claim: Claim) -> Clue:
    reading = claim.scene.reading
    return Clue(kind, reading.block, reading.start(hit.first), _end(hit.first, hit.last, reading))


def _end(first: int, last: int, reading: BlockReading) -> int:
    """Return the view offset where the words ``[first, last)`` end, without final punctuation."""
    return reading.end(last - 1 if last - first > 1 and reading.words.words[last - 1] in _SIGNS else last)
