"""Candidates for claims in a sentence: an effect word with the target that makes it a benefit."""

from collections.abc import Iterator, Sequence

from linter.checks.claim.block_terms import polarity
from linter.checks.claim.forms import Form, end_of, verb_form
from linter.checks.claim.scene import Scene
from linter.language.hits import Hit
from linter.value import Struct

_OBJECT_REACH = 5  # words after a verb in which its object starts
_FRAGMENT_REACH = 9  # the same in a sentence without a finite verb
_NOUN_REACH = 7  # words after a noun (*relief from*) that may hold its target
_MODIFIER_REACH = 4  # words after a modifier that may hold its target
_BARE_WORDS = 8  # maximum words of a bullet or heading that names a bare benefit
_CLAUSE_ENDS = frozenset({"sign", "contrast", "subordinate", "coordinate", "relative", "opening"})


class Candidate(Struct, frozen=True):
    """An effect word with its form and targets, not yet judged by context. The phrase is words ``[first, last)``."""

    effect: Hit
    form: Form
    targets: tuple[Hit, ...]
    first: int
    last: int


def candidates(scene: Scene) -> Iterator[Candidate]:
    """Yield the candidates in a sentence, in order of position; of several classes of a word the first that fits wins.

    Classes with the attribute ``apart`` (guarantees, rates, ...) are separate claims and hide no others; those with
    ``yields`` give way to a longer wording that begins with the same word.
    """
    hits = scene.of("effect")
    if not hits:
        return
    end_of_last = -1
    words, decoys = scene.reading.words.words, scene.of("decoy")
    ends = {hit.first: hit.last for hit in hits}  # of the longest hit at each word
    for hit in hits:
        apart = bool(scene.attributes[hit.owner].get("apart"))
        if scene.attributes[hit.owner].get("yields") and hit.last < ends[hit.first]:
            continue
        end = end_of(hit, words) if decoys else hit.last
        if any(decoy.first <= hit.first and end <= decoy.last for decoy in decoys):
            continue
        if apart or hit.first >= end_of_last:
            found = _candidate(hit, scene)
            if found is not None:
                end_of_last = end_of_last if apart or found.form is Form.PASSIVE else hit.last
                yield found


def bare_benefit(scene: Scene) -> Candidate | None:
    """Return the benefit that a bullet or heading names without an effect word (``Mental clarity``)."""
    short = scene.sentence.last - scene.sentence.first <= _BARE_WORDS
    if not (short and (scene.listed or scene.heading) and scene.verbless):
        return None
    decoys = scene.of("decoy")
    named = [hit for hit in scene.of("target") if hit.owner.startswith("target.good") and not _inside(hit, decoys)]
    return Candidate(named[0], Form.NOUN, tuple(named), named[0].first, named[-1].last) if named else None


def _candidate(hit: Hit, scene: Scene) -> Candidate | None:
    attributes = scene.attributes[hit.owner]
    form = Form(attributes["form"]) if attributes["form"] != "verb" else verb_form(hit, scene)
    if form is None:
        return None
    takes = attributes["takes"]
    targets = _optional_targets(hit, scene) if "none" in takes else _targets(hit, form, scene, takes)
    if not targets and "none" not in takes:
        return None
    in_phrase = [] if "none" in takes and form is not Form.ADJECTIVE else targets
    return Candidate(
        hit,
        form,
        tuple(targets),
        min([hit.first, *(target.first for target in in_phrase)]),
        max([hit.last, *(target.last for target in in_phrase)]),
    )


def _optional_targets(hit: Hit, scene: Scene) -> list[Hit]:
    """Return the targets of a wording that needs none: within it (``arthritis never comes back``) or as its object."""
    takes = ("bad", "good", "body")
    return sorted({*_fitting(scene, hit.first, hit.last, takes), *_object(hit, scene, takes)})


def _targets(hit: Hit, form: Form, scene: Scene, takes: Sequence[str]) -> list[Hit]:
    words = scene.reading.words.words
    if form is Form.PASSIVE:
        first, _ = scene.clauses.around(hit.first, scene.sentence)
        return _fitting(scene, first, hit.first, takes)[-1:]
    if form is Form.MODIFIER:
        after = words[hit.last : hit.last + _MODIFIER_REACH]
        stop = next((index for index, word in enumerate(after) if not word[0].isalnum()), len(after))
        named = _fitting(scene, hit.last, hit.last + stop, takes)
        links = (at for at in range(hit.last, hit.last + stop) if scene.terms.covers("grammar.preposition", at))
        link = next(links, hit.last + stop)
        return [target for target in named if target.first < link]
    if form is Form.NOUN:
        before = _fitting(scene, max(scene.sentence.first, hit.first - 3), hit.first, takes)
        if before and before[-1].last >= hit.first - 1 and _closes(hit, scene):
            return before[-1:]
        linked = scene.reading.has_in(hit.last, min(hit.last + 1, scene.sentence.last), "grammar.link")
        return _fitting(scene, hit.last, hit.last + _NOUN_REACH, takes) if linked else []
    return _object(hit, scene, takes)


def _closes(hit: Hit, scene: Scene) -> bool:
    """Whether a noun ends its phrase; in ``pain relief clinic`` it only modifies the next noun."""
    following = scene.reading.words.words[hit.last : min(hit.last + 1, scene.sentence.last)]
    return not following or not following[0][0].isalpha() or scene.terms.covers("grammar", hit.last)


def _object(hit: Hit, scene: Scene, takes: Sequence[str]) -> list[Hit]:
    """Return the targets in the clause after the first word of a verb (``keeps flu away``)."""
    if scene.terms.covers("grammar.adverbial", hit.last):
        return []  # ``heals in a week`` has no object
    limit = hit.last + (_FRAGMENT_REACH if scene.verbless else _OBJECT_REACH)
    ends = (border.at for border in scene.clauses.after(hit.last, limit) if border.kind in _CLAUSE_ENDS)
    limit = next(ends, limit)
    people = [hit for hit in scene.terms.within("subject", hit.last, limit) if hit.owner == "subject.person"]
    if people and scene.terms.covers("grammar.adverbial", people[0].last):
        limit = people[0].last
    return [target for target in _fitting(scene, hit.first, limit, takes) if target.first > hit.first]


def _fitting(scene: Scene, first: int, last: int, takes: Sequence[str]) -> list[Hit]:
    """Return the targets in the words ``[first, last)`` whose polarity fits.

    A condition within the name of a good state does not count, nor does a modifier of the next noun (``a wellness
    plan``).
    """
    last = min(last, scene.sentence.last)
    targets = [hit for hit in scene.terms.within("target", first, last) if not scene.terms.covers("head", hit.last)]
    signals = [hit for hit in targets if hit.owner == "target.signal"]
    if signals:  # not ``cells`` in ``nerve cells``
        targets = [hit for hit in targets if hit in signals or not _inside(hit, signals)]
    conditions = scene.terms.within("condition", first, last)
    if conditions:
        masks = scene.terms.within("mask", first, last)
        good = [hit for hit in targets if polarity(hit, scene.attributes) != "bad"]
        named = [hit for hit in conditions if not scene.terms.covers("head", hit.last)]
        conditions = [hit for hit in named if not _inside(hit, masks) and not _inside(hit, good)]
        targets = [hit for hit in targets if not (hit.owner.startswith("target.bad") and _inside(hit, conditions))]
    if "person" in takes:
        targets += [hit for hit in scene.terms.within("subject", first, last) if hit.owner == "subject.person"]
    return sorted(hit for hit in (*targets, *conditions) if polarity(hit, scene.attributes) in takes)


def _inside(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(other.first <= hit.first and hit.last <= other.last for other in others)
