"""Claims with a verb that no list has: a treatment does something to a body, a complaint or a function.

No list of verbs of effect is ever complete (``jolts a stalled tendon``), but the verbs that say what a treatment is,
needs, costs and how it is given are few (lexicon class ``verb.neutral``). Any other verb in the third person with a
treatment as its subject and a target as its object has an effect.
"""

from collections.abc import Iterator

from linter.checks.claim.find import Candidate, Scene, object_of
from linter.checks.claim.forms import Form, word_before
from linter.checks.claim.subjects import subject_of
from linter.language.terms import Hit

OWNER = "effect.open"
NAME_WORDS = 4
_KNOWN = ("target", "condition", "subject", "treatment", "grammar", "verb", "effect", "cue", "clause", "mask")
_NO_NAME = ("target", "condition")
_ENDINGS = ("ss", "us", "is", "'s")


def open_verbs(scene: Scene) -> Iterator[Candidate]:
    """The candidates whose verb no class names."""
    words = scene.reading.words.words
    for place in range(scene.sentence.first, scene.sentence.last - 1):
        word = words[place]
        if not (word.endswith("s") and len(word) > 3 and word.isalpha()) or word.endswith(_ENDINGS):
            continue
        if not scene.terms.covers("grammar.determiner", place + 1) or any(
            scene.terms.covers(part, place) for part in _KNOWN
        ):
            continue
        if not _has_subject(place, scene):
            continue
        hit = Hit(place, place + 1, OWNER, word)
        targets = object_of(hit, scene, scene.attributes[OWNER]["takes"])
        if targets:
            yield Candidate(hit, Form.FINITE, tuple(targets), place, max(target.last for target in targets))


def _has_subject(place: int, scene: Scene) -> bool:
    """Whether a treatment, a pronoun or a name stands right before a verb, or nothing does."""
    first = scene.sentence.first
    before = word_before(scene.reading.words.words, place, first)
    if before < first:
        return True
    terms = scene.terms
    if terms.covers("treatment", before) or terms.covers("subject.treatment", before):
        return True
    if terms.covers("subject.pronoun", before):
        if terms.covers("grammar.relative", before):
            return False
        return subject_of(place, scene).role in ("treatment", "pronoun")
    if place - first > NAME_WORDS or subject_of(place, scene).role != "unknown":
        return False
    return not any(terms.within(part, first, place) for part in _NO_NAME)
