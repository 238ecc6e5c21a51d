"""From candidate to claim: the cues that govern it, who speaks, and the place decide how strongly it asserts."""

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
    """How a claim asserts: hedged, weak ("can help"), told on a page that informs or explains, adopted from
    unnamed others, plain, absolute."""

    HEDGED = "hedged"
    WEAK = "weak"
    INFORMATIVE = "informative"
    ADOPTED = "adopted"
    PLAIN = "plain"
    ABSOLUTE = "absolute"


class Claim(Struct, frozen=True):
    """A claim in a sentence, with the evidence for the verdict."""

    scene: Scene
    candidate: Candidate
    subject: Subject
    strength: Strength
    cue: Cue | None
    marks: tuple[Hit, ...]


_WEAKENING = {"hedge": Strength.HEDGED, "weak": Strength.WEAK, "adopted": Strength.ADOPTED}
"""Kinds of cue that leave less of a claim; a hedge outweighs what stands before it, the others only a plain claim."""
SILENCING = ("negation", "question", "attribution", "condition", "study", "risk", "status", "advice", "biology")
_BARE_VERB_CUES = frozenset({"hedge.modal", "weak.can", "weak.help", "weak.aim", "weak.design", "risk.word"})
_ABLE = frozenset({"weak.can", "weak.help"})
_STATEMENT_ENDS = frozenset({"sign", "contrast"})


def claims_of(
    scene: Scene, found: Sequence[Candidate], cues: Sequence[Cue], kinds: frozenset[str], frame: Frame
) -> Iterator[Claim]:
    """The claims among the candidates of a sentence; ``kinds`` are those of the cues in the whole block."""
    if frame.kind in SILENT or (frame.kind is Kind.DENIED and frame.in_list):
        return
    asserted: dict[int, bool | None] = {}  # None: no cue silences it, but it asserts nothing
    for candidate in found:
        silent, cue, strength = _cue_verdict(candidate, scene, cues, kinds)
        if silent:
            asserted[candidate.effect.first] = False
            continue
        subject = subject_of(candidate.effect.first, scene)
        speaks = asserts(candidate, subject, scene, frame, asserted)
        asserted[candidate.effect.first] = speaks or None
        if speaks:
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
    weakened = frame.weak and candidate.form is not Form.FINITE  # "It can help: improves sleep" goes on by itself
    if strength is Strength.PLAIN and (weakened or _only_helps(candidate, scene)):
        strength = Strength.WEAK
    return Claim(scene, candidate, subject, strength, cue, marks)


def _only_helps(candidate: Candidate, scene: Scene) -> bool:
    """Whether the verb is `help` with something to follow; ``Ketamine helps.`` says that it works."""
    if candidate.effect.owner != "effect.help.verb":
        return False
    rest = scene.reading.words.words[candidate.effect.last : scene.sentence.last]
    return rest not in ([], ["."], ["!"])


def _cue_verdict(
    candidate: Candidate, scene: Scene, cues: Sequence[Cue], kinds: frozenset[str]
) -> tuple[bool, Cue | None, Strength]:
    """Whether a cue silences the candidate, the cue that weakens it, and the strength that is left."""
    weakest, why = Strength.PLAIN, None
    anchor = scene.attributes[candidate.effect.owner].get("anchor")
    if anchor and (anchor in kinds or names_source(scene.reading, scene.sentence)):
        return True, None, weakest  # a rate is anchored by a study, in a neighbouring sentence or by its name
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
    """Whether the words of an effect stand in the scope of a cue, or hold it and do not mean what it says."""
    if effect.first <= cue.first and cue.last <= effect.last:
        # "wake up without pain" and "the veins will never come back" mean it
        meant = cue.name == "negation.without" or scene.attributes[effect.owner].get("negates")
        return cue.kind == "negation" and not meant
    last = end_of(effect, scene.reading.words.words)  # no scope holds the sign that ends a wording
    # "if your mood changes, stop": the wording goes on where the clause ends
    opened = cue.kind == "condition" and cue.scope_first <= effect.first < cue.scope_last < last
    return opened or cue.governs(effect.first, last)


def _resists(candidate: Candidate, cue: Cue, scene: Scene) -> bool:
    """Whether a candidate asserts in spite of a cue that reaches it."""
    effect = candidate.effect
    if cue.kind == "question" and scene.affirmed:
        return True
    if cue.name in scene.attributes[effect.owner].get("resists", ()):
        return True
    of_bare_verb = cue.name in _BARE_VERB_CUES and candidate.form is Form.FINITE
    return of_bare_verb and is_third_person(scene.reading.words.words[effect.first])


def _marks(candidate: Candidate, scene: Scene) -> tuple[Hit, ...]:
    """The words of the claim's clause that make it absolute, or promise speed, proof, certainty."""
    first, last = scene.clauses.around(candidate.effect.first, scene.sentence, _STATEMENT_ENDS)
    marks = scene.terms.within("mark", min(first, candidate.first), max(last, candidate.last))
    if scene.affirmed:
        marks += scene.terms.within("mark", scene.sentence.last, scene.sentence.last + 3)
    return tuple(marks)
