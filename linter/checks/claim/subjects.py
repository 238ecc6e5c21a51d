"""Who or what has the effect: the subject of the effect word's clause."""

from enum import StrEnum

from linter.checks.claim.block_terms import BlockTerms
from linter.checks.claim.forms import word_before
from linter.checks.claim.scene import Scene
from linter.language.hits import Hit
from linter.language.inflection import is_adverb, is_participle
from linter.value import Struct

NAMED = ("treatment", "drug")
"""Owners of names: treatments in the knowledge base, and drugs that are only in its table of indications."""
ORGANS = ("target.body", "target.signal")
_PRONOUN_REACH = 2  # sentences to go back for the antecedent of a pronoun


class Role(StrEnum):
    """The role of a subject; the lexicon gives those of words as the attribute ``role``."""

    TREATMENT = "treatment"
    PERSON = "person"
    TEAM = "team"
    PRONOUN = "pronoun"
    OTHER = "other"
    UNKNOWN = "unknown"
    NONE = "none"


class Subject(Struct, frozen=True):
    """A subject's role and its word."""

    role: Role
    hit: Hit | None


def subject_of(place: int, scene: Scene) -> Subject:
    """Return the subject of the verb at a word, with pronouns resolved."""
    subject = _subject_before(place, scene)
    if subject.role is not Role.PRONOUN or subject.hit is None:
        return subject
    relative = scene.reading.has_in(subject.hit.first, subject.hit.first + 1, "grammar.relative")
    if relative:
        named = _known(scene.terms, scene.sentence.first, subject.hit.first)
        whole = scene.reading.words.words[subject.hit.first - 1] == ","  # "…, which relaxes": the whole clause does
        before = (([hit for hit in named if _role(hit, scene) is not Role.OTHER] if whole else []) or named)[-1:]
    else:
        before = _antecedent(scene, subject.hit.first)
    resolved = Subject(_role(before[0], scene), before[0]) if before else subject
    alone = relative or _verb_follows(subject.hit.last, place, scene)
    # ``these chemicals`` are not the antecedent
    return resolved if alone or resolved.role is not Role.OTHER else subject


def _verb_follows(at: int, place: int, scene: Scene) -> bool:
    """Whether a pronoun is followed by a verb: ``these also improve``, not ``these chemicals improve``."""
    words = scene.reading.words.words
    while at < place and (is_adverb(words[at]) or scene.terms.covers("grammar.and", at)):
        at += 1
    verbs = ("grammar.modal", "grammar.finite")
    return at == place or any(scene.terms.covers(name, at) for name in verbs) or scene.terms.covers("effect", at)


def _antecedent(scene: Scene, pronoun: int) -> list[Hit]:
    """Return a treatment in the sentence before, else its first subject; if that is a pronoun, go further back."""
    label = _known(scene.terms, scene.sentence.first, scene.label_sign) if scene.label_sign == pronoun - 1 else []
    if label:
        return label[-1:]  # "Laser: it targets …"
    earlier = [sentence for sentence in scene.reading.sentences if sentence.last <= scene.sentence.first]
    for sentence in reversed(earlier[-_PRONOUN_REACH:]):
        known = _known(scene.terms, sentence.first, sentence.last)
        named = [hit for hit in known if _is_treatment(hit)][:1] or known[:1]
        if not named or _role(named[0], scene) is not Role.PRONOUN:
            return named
    return []


def _is_treatment(hit: Hit) -> bool:
    return hit.owner in NAMED or hit.owner.startswith("subject.treatment")


def _role(hit: Hit, scene: Scene) -> Role:
    return Role.TREATMENT if hit.owner in NAMED else Role(scene.attributes[hit.owner]["role"])


def _subject_before(place: int, scene: Scene) -> Subject:
    """Return the subject of the verb at a word, from the words before it in its clause.

    The head of a noun phrase comes before its first preposition, so the last known noun there counts
    (``Our massage therapy | for runners``).
    """
    terms = scene.terms
    first, _ = scene.clauses.around(place, scene.sentence)
    shown = terms.within("grammar.content", scene.sentence.first, place)  # ``studies show that`` is not relative
    first = max(first, shown[-1].last) if shown else first
    opening = [hit.owner for hit in terms.within("effect", first, place) if hit.first == first]
    if any(scene.attributes[owner]["form"] == "verb" for owner in opening) and _continues(place, scene):
        return Subject(Role.NONE, None)  # ``evens the skin and reduces redness``: the skin is an object
    prepositions = [hit.first for hit in terms.within("grammar.preposition", first, place)]
    end = next((index for index in prepositions if index > first), place)
    for limit in dict.fromkeys((end, place)):
        known = _known(terms, first, limit)
        if limit > end:  # ``force applied to a joint restores``: the joint is not the subject
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
    words = [word for word in scene.reading.words.words[first:place] if word[0].isalnum() and not is_adverb(word)]
    return Subject(Role.UNKNOWN if words else Role.NONE, None)


def _continues(place: int, scene: Scene) -> bool:
    """Whether a verb continues after another one (``it firms skin and smooths …``), so that its subject is first."""
    words = scene.reading.words.words
    before = max(scene.sentence.first, word_before(words, place, scene.sentence.first))
    finite = not is_participle(words[place])
    return finite and (words[before] == "," or scene.terms.covers("grammar.join", before))


def _known(terms: BlockTerms, first: int, last: int) -> list[Hit]:
    """Return the subjects in ``[first, last)``, in order, without those inside wider ones (``system`` in ``immune
    system``)."""
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
    """Return the organ or messenger substance right before the verb: it does its natural work."""
    named = scene.terms.within("target", first, place)
    return next((hit for hit in named if hit.last == place and hit.owner.startswith(ORGANS)), None)
