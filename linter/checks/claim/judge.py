"""Judge candidates: cues, subject and place decide whether a candidate is a claim, and how strong a one."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from linter.checks.claim.asserts import asserts
from linter.checks.claim.candidates import Candidate
from linter.checks.claim.forms import Form, end_of
from linter.checks.claim.frames import SILENT, Frame, Kind
from linter.checks.claim.scene import Scene
from linter.checks.claim.subjects import Subject, subject_of
from linter.checks.sources import names_source
from linter.language.hits import Hit
from linter.language.inflection import is_third_person
from linter.language.scope import Cue
from linter.value import Struct


class Strength(StrEnum):
    """How strongly a claim asserts: hedged, weak ("can help"), informative (on a page that informs or explains),
    adopted from unnamed others, plain, absolute."""

    HEDGED = "hedged"
    WEAK = "weak"
    INFORMATIVE = "informative"
    ADOPTED = "adopted"
    PLAIN = "plain"
    ABSOLUTE = "absolute"


class Claim(Struct, frozen=True):
    """A claim in a sentence, with the evidence for its strength."""

    scene: Scene
    candidate: Candidate
    subject: Subject
    strength: Strength
    cue: Cue | None
    marks: tuple[Hit, ...]


_WEAKENING = {"hedge": Strength.HEDGED, "weak": Strength.WEAK, "adopted": Strength.ADOPTED}
"""Kinds of cue that weaken a claim; a hedge overrides an earlier one, the others only weaken a plain claim."""
SILENCING = ("negation", "question", "attribution", "condition", "study", "risk", "status", "advice", "biology")
_BARE_VERB_CUES = frozenset({"hedge.modal", "weak.can", "weak.help", "weak.aim", "weak.design", "risk.word"})
_ABLE = frozenset({"weak.can", "weak.help"})
_STATEMENT_ENDS = frozenset({"sign", "contrast"})


def claims_of(
    scene: Scene, found: Sequence[Candidate], cues: Sequence[Cue], kinds: frozenset[str], frame: Frame
) -> Iterator[Claim]:
    """Yield the claims among a sentence's candidates; ``kinds`` are those of the cues in the whole block."""
    if frame.kind in SILENT or (frame.kind is Kind.DENIED and frame.in_list):
        return
    asserted: dict[int, bool | None] = {}  # by effect word; None: not silenced, but no assertion
    for candidate in found:
        silent, cue, strength = _cue_verdict(candidate, scene, cues, kinds)
        if silent:
            asserted[candidate.effect.first] = False
            continue
        subject = subject_of(candidate.effect.first, scene)
        is_claim = asserts(candidate, subject, scene, frame, asserted)
        asserted[candidate.effect.first] = is_claim or None
        if is_claim:
            yield _claim(candidate, subject, scene, frame, strength, cue)


def _claim(
    candidate: Candidate, subject: Subject, scene: Scene, frame: Frame, strength: Strength, cue: Cue | None
) -> Claim:
    marks = _marks(candidate, scene)
    absolute = [scene.attributes.get(hit.owner, {}).get("absolute") for hit in (candidate.effect, *marks)]
    if strength is Strength.PLAIN and any(absolute):
        strength = Strength.ABSOLUTE
    if cue is not None and cue.name in _ABLE and strength is Strength.WEAK and any(absolute):
        strength = Strength.PLAIN  # "can relieve pain instantly"
    if strength is Strength.ADOPTED and scene.limited:
        strength = Strength.HEDGED  # "Some people tell us that they feel better. Some notice nothing."
    weakened = frame.weak and candidate.form is not Form.FINITE  # "It can help: improves sleep" is a new statement
    if strength is Strength.PLAIN and (weakened or _only_helps(candidate, scene)):
        strength = Strength.WEAK
    return Claim(scene, candidate, subject, strength, cue, marks)


def _only_helps(candidate: Candidate, scene: Scene) -> bool:
    """Whether the verb is *help* and more follows; ``Ketamine helps.`` says that it works."""
    if candidate.effect.owner != "effect.help.verb":
        return False
    rest = scene.reading.words.words[candidate.effect.last : scene.sentence.last]
    return rest not in ([], ["."], ["!"])


def _cue_verdict(
    candidate: Candidate, scene: Scene, cues: Sequence[Cue], kinds: frozenset[str]
) -> tuple[bool, Cue | None, Strength]:
    """Return whether a cue silences the candidate, the cue that weakens it, and the remaining strength."""
    weakest, why = Strength.PLAIN, None
    anchor = scene.attributes[candidate.effect.owner].get("anchor")
    if anchor and (anchor in kinds or names_source(scene.reading, scene.sentence)):
        return True, None, weakest  # a rate is backed by a study in the block, or by a named source
    for cue in cues:
        if not _reaches(cue, candidate.effect, scene) or _resists(candidate, cue, scene):
            continue
        if cue.kind in SILENCING:
            return True, cue, weakest
        left = _WEAKENING.get(cue.kind)
        if left is Strength.HEDGED or (left is not None and weakest is Strength.PLAIN):
            weakest, why = left, cue
    return False, why, weakest


def _reaches(cue: Cue, effect: Hit, scene: Scene) -> bool:
    """Whether an effect is in the scope of a cue, or contains a negation that is not part of its meaning."""
    if effect.first <= cue.first and cue.last <= effect.last:
        # in "wake up without pain" and "the veins will never come back" it is
        meant = cue.name == "negation.without" or scene.attributes[effect.owner].get("negates")
        return cue.kind == "negation" and not meant
    last = end_of(effect, scene.reading.words.words)
    # "if your mood changes, stop": the wording extends beyond the clause
    opened = cue.kind == "condition" and cue.scope_first <= effect.first < cue.scope_last < last
    return opened or cue.governs(effect.first, last)


def _resists(candidate: Candidate, cue: Cue, scene: Scene) -> bool:
    """Whether a candidate asserts despite a cue that reaches it."""
    effect = candidate.effect
    if cue.kind == "question" and scene.affirmed:
        return True
    if cue.name in scene.attributes[effect.owner].get("resists", ()):
        return True
    of_bare_verb = cue.name in _BARE_VERB_CUES and candidate.form is Form.FINITE
    return of_bare_verb and is_third_person(scene.reading.words.words[effect.first])


def _marks(candidate: Candidate, scene: Scene) -> tuple[Hit, ...]:
    """Return the words in the claim's clause that make it absolute or promise speed, proof or certainty."""
    first, last = scene.clauses.around(candidate.effect.first, scene.sentence, _STATEMENT_ENDS)
    marks = scene.terms.within("mark", min(first, candidate.first), max(last, candidate.last))
    if scene.affirmed:
        marks += scene.terms.within("mark", scene.sentence.last, scene.sentence.last + 3)
    return tuple(marks)
