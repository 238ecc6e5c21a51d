"""Who or what has the effect: the subject of the clause in which an effect word stands."""

from enum import StrEnum

from linter.checks.claim.block_terms import BlockTerms
from linter.checks.claim.forms import word_before
from linter.checks.claim.scene import Scene
from linter.language.hits import Hit
from linter.language.inflection import is_adverb, is_participle
from linter.value import Struct

NAMED = ("treatment", "drug")
"""Treatments that the knowledge base describes, and drugs that only its table of indications names."""
ORGANS = ("target.body", "target.signal")
PRONOUN_REACH = 2


class Role(StrEnum):
    """The part that a subject plays; those that a word can play stand in the lexicon as ``role``."""

    TREATMENT = "treatment"
    PERSON = "person"
    TEAM = "team"
    PRONOUN = "pronoun"
    OTHER = "other"
    UNKNOWN = "unknown"
    NONE = "none"


class Subject(Struct, frozen=True):
    """The part that a subject plays and its word."""

    role: Role
    hit: Hit | None


def subject_of(place: int, scene: Scene) -> Subject:
    """The subject of the verb at a word; a pronoun stands for what was spoken of before it."""
    subject = subject_before(place, scene)
    if subject.role is not Role.PRONOUN or subject.hit is None:
        return subject
    relative = scene.reading.among(subject.hit.first, subject.hit.first + 1, "grammar.relative")
    if relative:
        spoken = _known(scene.terms, scene.sentence.first, subject.hit.first)
        whole = scene.reading.words.words[subject.hit.first - 1] == ","  # "…, which relaxes": what was said does it
        before = (([hit for hit in spoken if _role(hit, scene) is not Role.OTHER] if whole else []) or spoken)[-1:]
    else:
        before = _spoken_of(scene, subject.hit.first)
    resolved = Subject(_role(before[0], scene), before[0]) if before else subject
    alone = relative or _verb_follows(subject.hit.last, place, scene)
    return (
        resolved if alone or resolved.role is not Role.OTHER else subject
    )  # ``these chemicals``: not what was spoken of


def _verb_follows(at: int, place: int, scene: Scene) -> bool:
    """Whether a pronoun is followed by a verb: ``these also improve``, not ``these chemicals improve``."""
    words = scene.reading.words.words
    while at < place and (is_adverb(words[at]) or scene.terms.covers("grammar.and", at)):
        at += 1
    verbs = ("grammar.modal", "grammar.finite")
    return at == place or any(scene.terms.covers(name, at) for name in verbs) or scene.terms.covers("effect", at)


def _spoken_of(scene: Scene, pronoun: int) -> list[Hit]:
    """What the sentence before names: a treatment, or else its first subject; a pronoun is traced further back."""
    label = _known(scene.terms, scene.sentence.first, scene.label_sign) if scene.label_sign == pronoun - 1 else []
    if label:
        return label[-1:]  # "Laser: it targets …"
    earlier = [sentence for sentence in scene.reading.sentences if sentence.last <= scene.sentence.first]
    for sentence in reversed(earlier[-PRONOUN_REACH:]):
        known = _known(scene.terms, sentence.first, sentence.last)
        spoken = [hit for hit in known if _is_treatment(hit)][:1] or known[:1]
        if not spoken or _role(spoken[0], scene) is not Role.PRONOUN:
            return spoken
    return []


def _is_treatment(hit: Hit) -> bool:
    return hit.owner in NAMED or hit.owner.startswith("subject.treatment")


def _role(hit: Hit, scene: Scene) -> Role:
    return Role.TREATMENT if hit.owner in NAMED else Role(scene.attributes[hit.owner]["role"])


def subject_before(place: int, scene: Scene) -> Subject:
    """The subject of the verb at a word, from what stands before it in its clause.

    The head of a noun phrase stands before its first preposition, so the last known noun there counts
    (``Our massage therapy | for runners``).
    """
    terms = scene.terms
    first, _ = scene.clauses.around(place, scene.sentence)
    shown = terms.within("grammar.content", scene.sentence.first, place)  # ``studies show that``: no relative pronoun
    first = max(first, shown[-1].last) if shown else first
    opening = [hit.owner for hit in terms.within("effect", first, place) if hit.first == first]
    if any(scene.attributes[owner]["form"] == "verb" for owner in opening) and _continues(place, scene):
        return Subject(Role.NONE, None)  # ``evens the skin and reduces redness``: the skin is an object
    prepositions = [hit.first for hit in terms.within("grammar.preposition", first, place)]
    end = next((index for index in prepositions if index > first), place)
    for limit in dict.fromkeys((end, place)):
        known = _known(terms, first, limit)
        if limit > end:  # ``force applied to a joint restores``: what is worked on works not
            known = [hit for hit in known if not terms.within("target.body", hit.first, hit.last)]
        if known:
            treatments = [hit for hit in known if _is_treatment(hit)]
            hit = treatments[-1] if treatments else known[0 if _continues(place, scene) else -1]
            return Subject(_role(hit, scene), hit)
    condition = terms.within("condition", first, end)
    if condition:
        return Subject(Role.OTHER, condition[-1])
    organ = _organ(place, first, scene) if end == place else None
    if organ is not None:
        return Subject(Role.OTHER, organ)
    spoken = [word for word in scene.reading.words.words[first:place] if word[0].isalnum() and not is_adverb(word)]
    return Subject(Role.UNKNOWN if spoken else Role.NONE, None)


def _continues(place: int, scene: Scene) -> bool:
    """Whether a verb goes on after another (``it firms skin and smooths …``): its subject stands first."""
    words = scene.reading.words.words
    before = max(scene.sentence.first, word_before(words, place, scene.sentence.first))
    finite = not is_participle(words[place])
    return finite and (words[before] == "," or scene.terms.covers("grammar.join", before))


def _known(terms: BlockTerms, first: int, last: int) -> list[Hit]:
    """The subjects between two words in order; one inside a wider one is none (``system`` in ``immune system``)."""
    named = [hit for part in ("subject", *NAMED) for hit in terms.within(part, first, last)]
    if len(named) < 2:
        return named
    known: list[Hit] = []
    for hit in sorted(named, key=lambda hit: (hit.first, -hit.last)):
        if not known or hit.last > known[-1].last or hit[:2] == known[-1][:2]:
            known.append(hit)
    known.sort(key=lambda hit: (hit.last, hit.owner in NAMED))
    return known


def _organ(place: int, first: int, scene: Scene) -> Hit | None:
    """The part or messenger of the body that stands right before the verb: it does its own work."""
    named = scene.terms.within("target", first, place)
    return next((hit for hit in named if hit.last == place and hit.owner.startswith(ORGANS)), None)
