"""From candidate to claim: the cues that govern it, who speaks, and the place decide how strongly it asserts."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from linter.checks.claim.find import Candidate
from linter.checks.claim.forms import Form
from linter.checks.claim.frames import Frame
from linter.checks.claim.scene import Scene
from linter.checks.claim.subjects import Subject, subject_of
from linter.language.hits import Hit
from linter.language.scope import Cue
from linter.value import Struct


class Strength(StrEnum):
    """How a claim asserts: hedged, weak ("can help"), told on a page that sells nothing, adopted from
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


SILENCING = ("negation", "question", "attribution", "condition", "study", "risk", "status", "advice", "biology")
LABEL_WORDS = 4
SERVICE_WORDS = 6
CARRIER_REACH = 7
_BARE_VERB_CUES = frozenset({"hedge.modal", "weak.can", "weak.help", "weak.aim", "weak.design", "risk.word"})
_NOMINAL = frozenset({Form.NOUN, Form.MODIFIER})
_VERBAL = frozenset(Form) - {Form.NOUN, Form.MODIFIER, Form.ADJECTIVE, Form.PHRASE}
_PASSIVE = ("effect.cure", "effect.restore", "effect.improve", "effect.reduce", "effect.remove")
_ADJUNCT_SIGNS = frozenset({",", "-", "\u2013", "\u2014", "by", "while", "and", "thereby", ":"})
_STATEMENT_ENDS = frozenset({"sign", "contrast"})
_DEAF = frozenset({"advice", "condition"})


def claims_of(
    scene: Scene, found: Sequence[Candidate], cues: Sequence[Cue], kinds: frozenset[str], frame: Frame
) -> Iterator[Claim]:
    """The claims among the candidates of a sentence; ``kinds`` are those of the cues in the whole block."""
    if frame.kind == "risk" or (frame.kind == "denied" and frame.in_list):
        return
    asserted: dict[int, bool | None] = {}  # None: no cue silences it, but it asserts nothing
    for candidate in found:
        silent, cue, strength = _cue_verdict(candidate, scene, cues, kinds)
        if silent:
            asserted[candidate.effect.first] = False
            continue
        subject = subject_of(candidate.effect.first, scene)
        speaks = _asserted(candidate, subject, scene, frame, asserted)
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
    effect = candidate.effect
    word = scene.reading.words.words[effect.first]
    third_person = candidate.form is Form.FINITE and word.endswith("s")
    resisted = scene.attributes[effect.owner].get("resists", ())
    weakest = Strength.PLAIN
    why: Cue | None = None
    if scene.attributes[effect.owner].get("anchor") in kinds:
        return True, None, weakest  # a rate is anchored by a study in a neighbouring sentence
    for cue in cues:
        inside = effect.first <= cue.first and cue.last <= effect.last
        own = inside and (cue.kind != "negation" or cue.name == "negation.without")  # "wake up without pain"
        if own or not (inside or cue.governs(effect.first, effect.last)):
            continue
        if (third_person and cue.name in _BARE_VERB_CUES) or cue.name in resisted:
            continue
        if cue.kind == "question" and scene.affirmed:
            continue
        if cue.kind in SILENCING:
            return True, cue, weakest
        if cue.kind == "hedge":
            weakest, why = Strength.HEDGED, cue
        elif cue.kind == "weak" and weakest is Strength.PLAIN:
            weakest, why = Strength.WEAK, cue
        elif cue.kind == "adopted" and weakest is Strength.PLAIN:
            weakest, why = Strength.ADOPTED, cue
    return False, why, weakest


def _asserted(
    candidate: Candidate, subject: Subject, scene: Scene, frame: Frame, earlier: dict[int, bool | None]
) -> bool:
    """Whether a candidate asserts, by its form, its subject and its place."""
    if (frame.in_list and frame.kind in _DEAF) or (frame.habit and subject.role != "treatment"):
        return False
    form = candidate.form
    attributes = scene.attributes[candidate.effect.owner]
    if form in _VERBAL and attributes.get("fragment") and not _opens(candidate, scene):
        return False
    if form not in attributes.get("forms", (form,)):
        return False
    if form is Form.FINITE:
        return _finite(candidate, subject)
    if form is Form.IMPERATIVE:
        return not _by_habit(candidate, scene) and _imperative(candidate, subject, frame, earlier)
    if form is Form.INFINITIVE:
        return _infinitive(candidate, subject, scene)
    if form is Form.PARTICIPLE:
        return _participle(candidate, subject, scene, frame)
    if form in _NOMINAL:
        return _nominal(candidate, scene, frame)
    if form is Form.PASSIVE:
        return candidate.effect.owner.startswith(_PASSIVE)
    if form is Form.MODAL:
        return subject.role in ("treatment", "pronoun", "unknown", "none")
    return subject.role != "team" or form is Form.PHRASE


def _opens(candidate: Candidate, scene: Scene) -> bool:
    """Whether a verb opens its sentence, or the call to action in it."""
    return candidate.form is Form.IMPERATIVE and scene.verbless


def _finite(candidate: Candidate, subject: Subject) -> bool:
    if subject.role == "team":
        return candidate.effect.owner == "effect.cure"
    if subject.role == "person" and candidate.effect.owner == "effect.treat":
        return False  # "complaints that people treat themselves"
    return subject.role != "other"


def _imperative(candidate: Candidate, subject: Subject, frame: Frame, earlier: dict[int, bool | None]) -> bool:
    """A bare verb: joined by `and` to an earlier verb it goes the way of that verb, unless a treatment does it; else it
    opens a fragment."""
    near = [place for place in earlier if candidate.effect.first - 14 < place < candidate.effect.first]
    if near:
        before = earlier[near[-1]]
        return subject.role == "treatment" if before is None else before
    return subject.role in ("none", "treatment", "unknown") and frame.kind not in _DEAF


def _by_habit(candidate: Candidate, scene: Scene) -> bool:
    """Whether the reader is told to reach the effect by food, exercise or another habit: advice, not a promise."""
    after = scene.terms.within("subject", candidate.effect.last, scene.sentence.last)
    return bool(after) and after[0].owner == "subject.other.habit" and not (scene.heading or scene.listed)


def _infinitive(candidate: Candidate, subject: Subject, scene: Scene) -> bool:
    """A purpose: something is used, done or given to bring the effect about."""
    if candidate.effect.owner == "effect.cure":
        return True
    if candidate.effect.owner in ("effect.treat", "effect.treat.work"):
        return False
    first, last = scene.sentence.first, candidate.effect.first
    named = any(hit.owner.startswith("subject.treatment") for hit in scene.terms.within("subject", first, last))
    if not named and not scene.listed and subject.hit is not None and subject.hit.owner == "subject.other.habit":
        return False  # "Try meditation to clear your head"
    named = named or bool(scene.terms.within("treatment", first, last))
    return named or subject.role == "treatment" or scene.verbless


def _participle(candidate: Candidate, subject: Subject, scene: Scene, frame: Frame) -> bool:
    """An adjunct (``…, reducing pain``) or a fragment of its own."""
    if candidate.effect.owner in ("effect.treat", "effect.help"):
        return False
    place = candidate.effect.first
    if place == scene.sentence.first:
        return (scene.verbless or scene.listed) and frame.kind not in _DEAF
    adjunct = scene.reading.words.words[place - 1] in _ADJUNCT_SIGNS
    if scene.verbless:
        return True
    return adjunct and subject.role not in ("team", "person")


def _label(scene: Scene) -> bool:
    """Whether the sentence is a heading or a label of a few words, which may be a bare topic."""
    return scene.heading or (scene.sentence.last - scene.sentence.first <= LABEL_WORDS and not scene.listed)


def _names_service(candidate: Candidate, scene: Scene) -> bool:
    """Whether a short entry of a list only says what is done to which part of the body (``Brow lifting``)."""
    short = scene.sentence.last - scene.sentence.first <= SERVICE_WORDS
    parts = (hit for hit in candidate.targets if hit.owner.startswith("target.body"))
    return short and any(hit.first < candidate.effect.first for hit in parts)


def _nominal(candidate: Candidate, scene: Scene, frame: Frame) -> bool:
    """A benefit as a noun phrase: alone (a bullet, a heading), or handed over by a verb (``provides fast relief``)."""
    if candidate.effect.owner == "effect.cure.noun":
        return True
    labels = candidate.form is Form.MODIFIER or frame.kind == "benefit"
    if scene.verbless or (labels and candidate.last <= scene.label_end):
        if frame.kind == "benefit":
            return True
        label = _label(scene) or _names_service(candidate, scene)
        topic = candidate.form is Form.NOUN and candidate.effect.owner != "effect.noun.bare" and label
        return frame.kind not in _DEAF and not topic
    if scene.attributes[candidate.effect.owner].get("fragment"):
        return False
    first, _ = scene.clauses.around(candidate.first, scene.sentence)
    near = scene.terms.within("grammar", max(first, candidate.first - CARRIER_REACH), candidate.first)
    carried = [hit.last for hit in near if hit.owner == "grammar.carrier"]
    return bool(carried) and "for" not in scene.reading.words.words[carried[-1] : candidate.first]


def _marks(candidate: Candidate, scene: Scene) -> tuple[Hit, ...]:
    """The words of the claim's clause that make it absolute, or promise speed, proof, certainty."""
    first, last = scene.clauses.around(candidate.effect.first, scene.sentence, _STATEMENT_ENDS)
    marks = scene.terms.within("mark", min(first, candidate.first), max(last, candidate.last))
    if scene.affirmed:
        marks += scene.terms.within("mark", scene.sentence.last, scene.sentence.last + 3)
    return tuple(marks)
