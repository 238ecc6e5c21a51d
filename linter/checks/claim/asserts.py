"""Whether a candidate asserts, by its form, its subject and its place; cues are judged elsewhere."""

from collections.abc import Mapping

from linter.checks.claim.candidates import Candidate
from linter.checks.claim.forms import Form, word_before
from linter.checks.claim.frames import Frame, Kind
from linter.checks.claim.scene import Scene
from linter.checks.claim.subjects import ORGANS, Role, Subject

_LABEL_WORDS = 4  # maximum words of a sentence that counts as a label
_SERVICE_WORDS = 6  # maximum words of an entry that may only name a service
_CARRIER_REACH = 7  # words before a noun in which a verb may carry it
_MEANS_REACH = 3  # words before a habit in which *by* or the like may make it the means
_NOMINAL = frozenset({Form.NOUN, Form.MODIFIER})
_VERBAL = frozenset(Form) - {Form.NOUN, Form.MODIFIER, Form.ADJECTIVE, Form.PHRASE}
_PASSIVE = ("effect.cure", "effect.restore", "effect.improve", "effect.reduce", "effect.remove")
_ADJUNCT_SIGNS = frozenset({",", "-", "\u2013", "\u2014", ":"})
_MODAL = frozenset({Role.TREATMENT, Role.PRONOUN, Role.UNKNOWN, Role.NONE})
_NO_CLAIMS = frozenset({Kind.ADVICE, Kind.CONDITION})


def asserts(
    candidate: Candidate, subject: Subject, scene: Scene, frame: Frame, earlier: Mapping[int, bool | None]
) -> bool:
    """Whether a candidate asserts, by its form, its subject and its place."""
    if _is_overruled(candidate, subject, scene, frame):
        return False
    form = candidate.form
    if subject.hit is not None and subject.hit.owner == "subject.other.rival":
        return False
    if scene.priced and form is not Form.FINITE:
        return False  # "Firming facial: $89"
    attributes = scene.attributes[candidate.effect.owner]
    if form in _VERBAL and attributes.get("fragment") and not _opens(candidate, scene):
        return False
    if form not in attributes.get("forms", (form,)):
        return False
    if form is Form.FINITE:
        return _finite(candidate, subject)
    if form is Form.IMPERATIVE:
        return not _advises_habit(candidate, scene) and _imperative(candidate, subject, frame, earlier)
    if form is Form.INFINITIVE:
        return _infinitive(candidate, subject, scene)
    if form is Form.PARTICIPLE:
        return _participle(candidate, subject, scene, frame)
    if form in _NOMINAL:
        return _nominal(candidate, scene, frame)
    if form is Form.PASSIVE:
        return candidate.effect.owner.startswith(_PASSIVE)
    if form is Form.MODAL:
        return subject.role in _MODAL or (subject.role is Role.TEAM and candidate.effect.owner == "effect.cure")
    if candidate.effect.owner == "effect.compound" and _heads_entry(candidate, scene, frame):
        return False
    if form is Form.PHRASE:
        return subject.hit is None or not subject.hit.owner.startswith(ORGANS)
    return subject.role is not Role.TEAM


def _is_overruled(candidate: Candidate, subject: Subject, scene: Scene, frame: Frame) -> bool:
    """Whether the place rules out a claim: a section on a habit or on other options, or a list of advice or
    conditions, unless the entry names a treatment and says what it does (``Massage - eases tension``)."""
    if frame.habit and subject.role is not Role.TREATMENT:
        return True
    if frame.kind is Kind.OTHERS and not (scene.own or (subject.hit is not None and subject.hit.term in frame.own)):
        return True
    labeled = candidate.form is Form.FINITE and scene.label_names_treatment
    return frame.in_list and frame.kind in _NO_CLAIMS and not labeled


def _heads_entry(candidate: Candidate, scene: Scene, frame: Frame) -> bool:
    """Whether a compound only names a service: it ends a short entry (``Brow lifting``), or a verb follows it (``Brow
    lifting is …``)."""
    words, place = scene.reading.words.words, candidate.effect.last
    if scene.terms.covers("grammar.finite", place):
        return True
    ends = place >= scene.sentence.last or not words[place][0].isalnum()
    return ends and frame.kind is not Kind.BENEFIT and place - scene.sentence.first <= _SERVICE_WORDS


def _opens(candidate: Candidate, scene: Scene) -> bool:
    """Whether a bare verb opens a sentence, or a part of one, that has no finite verb."""
    return candidate.form is Form.IMPERATIVE and scene.verbless


def _finite(candidate: Candidate, subject: Subject) -> bool:
    if subject.role is Role.TEAM:
        return candidate.effect.owner == "effect.cure"
    if subject.role is Role.PERSON and candidate.effect.owner == "effect.treat":
        return False  # "complaints that people treat themselves"
    return subject.role is not Role.OTHER


def _imperative(candidate: Candidate, subject: Subject, frame: Frame, earlier: Mapping[int, bool | None]) -> bool:
    """Judge a bare verb: like an earlier verb near it, unless its subject is a treatment; else as one that opens a
    fragment."""
    near = [place for place in earlier if candidate.effect.first - 14 < place < candidate.effect.first]
    if near:
        before = earlier[near[-1]]
        return subject.role is Role.TREATMENT if before is None else before
    return subject.role in (Role.NONE, Role.TREATMENT, Role.UNKNOWN) and frame.kind not in _NO_CLAIMS


def _advises_habit(candidate: Candidate, scene: Scene) -> bool:
    """Whether the text advises a habit (food, exercise, ...) as the means to the effect: advice, not a promise."""
    after = scene.terms.within("subject", candidate.effect.last, scene.sentence.last)
    if not after or after[0].owner != "subject.other.habit" or scene.heading or scene.listed:
        return False
    near = max(candidate.effect.last, after[0].first - _MEANS_REACH)
    return scene.reading.has_in(near, after[0].first, "grammar.means")


def _infinitive(candidate: Candidate, subject: Subject, scene: Scene) -> bool:
    """Judge a purpose: something is used, done or given to bring about the effect."""
    if candidate.effect.owner == "effect.cure":
        return True
    if scene.terms.covers("lead.shown", candidate.effect.first - 1):
        return _finite(candidate, subject)  # "has been shown to treat" says that it does
    if candidate.effect.owner in ("effect.treat", "effect.treat.work"):
        return False
    first, last = scene.sentence.first, candidate.effect.first
    named = any(hit.owner.startswith("subject.treatment") for hit in scene.terms.within("subject", first, last))
    if not named and not scene.listed and subject.hit is not None and subject.hit.owner == "subject.other.habit":
        return False  # "Try meditation to clear your head"
    named = named or bool(scene.terms.within("treatment", first, last))
    return named or subject.role is Role.TREATMENT or scene.verbless


def _participle(candidate: Candidate, subject: Subject, scene: Scene, frame: Frame) -> bool:
    """Judge an adjunct (``…, reducing pain``) or a fragment."""
    if candidate.effect.owner in ("effect.treat", "effect.help"):
        return False
    place = candidate.effect.first
    if candidate.effect.owner == "effect.prevent" and scene.heading:
        return False  # "Preventing Varicose Veins" is a topic
    if place == scene.sentence.first:
        return (scene.verbless or scene.listed) and frame.kind not in _NO_CLAIMS
    words = scene.reading.words.words
    before = word_before(words, place, scene.sentence.first)
    adjunct = words[before] in _ADJUNCT_SIGNS or scene.terms.covers("grammar.adjunct", before)
    if scene.verbless:
        return True
    if candidate.effect.owner == "effect.cure" and subject.role is Role.TREATMENT:
        return True
    return adjunct and subject.role not in (Role.TEAM, Role.PERSON)


def _label(scene: Scene) -> bool:
    """Whether the sentence is a heading or a short label, and so may be a bare topic."""
    if scene.listed:
        return False
    return scene.heading or scene.titled or scene.sentence.last - scene.sentence.first <= _LABEL_WORDS


def _is_topic(candidate: Candidate, scene: Scene) -> bool:
    """Whether a noun in a label only names a topic, without a degree of benefit (``More fat reduction``)."""
    if candidate.form is not Form.NOUN or candidate.effect.owner == "effect.noun.bare":
        return False
    before = scene.terms.within("effect", scene.sentence.first, candidate.effect.first)
    graded = any(hit.owner.startswith("effect.modifier") for hit in before)
    return not graded and (_label(scene) or _names_service(candidate, scene))


def _names_service(candidate: Candidate, scene: Scene) -> bool:
    """Whether a short list entry only says what is done to which part of the body (``Brow lifting``)."""
    short = scene.sentence.last - scene.sentence.first <= _SERVICE_WORDS
    parts = (hit for hit in candidate.targets if hit.owner.startswith("target.body"))
    return short and any(hit.first < candidate.effect.first for hit in parts)


def _nominal(candidate: Candidate, scene: Scene, frame: Frame) -> bool:
    """Judge a benefit as a noun phrase: alone (a bullet, a heading) or carried by a verb (``provides fast relief``)."""
    if candidate.effect.owner == "effect.cure.noun":
        return True
    labels = candidate.form is Form.MODIFIER or frame.kind is Kind.BENEFIT
    if scene.verbless or (labels and candidate.last <= scene.label_end):
        if frame.kind is Kind.BENEFIT:
            return True
        return frame.kind not in _NO_CLAIMS and not _is_topic(candidate, scene)
    if scene.attributes[candidate.effect.owner].get("fragment"):
        return False
    first, _ = scene.clauses.around(candidate.first, scene.sentence)
    near = scene.terms.within("grammar", max(first, candidate.first - _CARRIER_REACH), candidate.first)
    carried = [hit.last for hit in near if hit.owner == "grammar.carrier"]
    return bool(carried) and not scene.reading.has_in(carried[-1], candidate.first, "grammar.for")
