"""Draft a hedged version of a claim, from the wordings in the rule."""

from collections.abc import Mapping

from linter.checks.claim.candidates import Candidate
from linter.checks.claim.forms import Form
from linter.checks.claim.judge import Claim, Strength
from linter.checks.claim.scene import Scene
from linter.language.hits import Hit
from linter.language.inflection import is_present, is_regular_past
from linter.rules.program import Rule

_ASSERTED = frozenset({Strength.PLAIN, Strength.ADOPTED})
_DASHES = frozenset(",\u2013\u2014")


def hedged(rule: Rule, claim: Claim) -> tuple[str, int] | None:
    """Return the replacement for the effect words, and the index of the first word to replace.

    The verb is replaced together with the words that lead into it (``has``, ``can``, ``has been shown to``). Returns
    None if the rule has no wording for the form, or if more than the verb would have to change.
    """
    candidate, scene = claim.candidate, claim.scene
    wordings = _wordings(rule, candidate.effect)
    if wordings is None or not (_is_on_complaint(candidate) or "{base}" in wordings["now"]):
        return None
    first = _lead(scene, candidate.effect.first)
    tense = _tense(scene, candidate, first)
    if not tense or not _keeps_strength(claim, first) or not _is_separate(scene, first):
        return None
    return _filled(wordings[tense], scene, candidate.effect), first


def _wordings(rule: Rule, effect: Hit) -> Mapping[str, str] | None:
    names = effect.owner.split(".")
    classes = (".".join(names[:length]) for length in range(len(names), 0, -1))
    return next((rule.match["hedge"][name] for name in classes if name in rule.match["hedge"]), None)


def _lead(scene: Scene, first: int) -> int:
    """Return the first of the words that lead into a verb; the verb itself if there are none."""
    leads = _leads(scene)
    while before := [hit.first for hit in leads if hit.last == first]:
        first = min(before)
    return first


def _leads(scene: Scene) -> list[Hit]:
    auxiliaries = (hit for hit in scene.of("grammar") if hit.owner in ("grammar.modal", "grammar.have"))
    return [*scene.of("lead"), *auxiliaries]


def _tense(scene: Scene, candidate: Candidate, first: int) -> str:
    """Return the name of the wording that fits the verb (``now``, ``past``, ...), or "" if none does."""
    words, effect, led = scene.reading.words.words, candidate.effect, first < candidate.effect.first
    word, base = words[effect.first], effect.term.partition(" ")[0]
    if candidate.form is Form.PARTICIPLE:
        return _participle(scene, effect)
    if candidate.form is Form.PASSIVE:
        return _passive(scene, effect, first)
    if candidate.form is not Form.FINITE:
        return "now" if led and candidate.form in (Form.MODAL, Form.INFINITIVE) else ""
    if is_present(word, base):
        return "now"
    perfect = scene.terms.covers("grammar.have", effect.first - 1)
    # ``has quickly relieved``: the words in between would be lost; ``took``: the participle is unknown
    near = perfect or not any(scene.terms.covers("grammar.have", effect.first - back) for back in (2, 3))
    return "past" if near and (perfect or is_regular_past(word)) else ""


def _participle(scene: Scene, effect: Hit) -> str:
    if effect.first == scene.sentence.first:
        return ""
    if scene.reading.words.words[effect.first - 1] in _DASHES:
        return "adjunct"
    return "gerund" if scene.terms.covers("grammar.preposition", effect.first - 1) else ""


def _passive(scene: Scene, effect: Hit, first: int) -> str:
    """Return the name of the wording for a passive; ``to be cured`` and ``be cured`` on their own have none."""
    if first > scene.sentence.first and scene.terms.covers("grammar.to", first - 1):
        return ""
    owners = {hit.owner for hit in _leads(scene) if first <= hit.first and hit.last <= effect.first}
    if owners & {"lead.be.past", "grammar.have"} and "lead.shown" not in owners:
        return "passive_past"
    return "passive" if owners - {"lead.be"} else ""


def _keeps_strength(claim: Claim, first: int) -> bool:
    """Whether no words outside of those to be replaced make the claim stronger or weaker than the draft."""
    effect, attributes = claim.candidate.effect, claim.scene.attributes
    if claim.strength in _ASSERTED:
        return True
    if claim.strength is not Strength.ABSOLUTE:
        return first < effect.first
    absolute = [mark for mark in claim.marks if attributes.get(mark.owner, {}).get("absolute")]
    inside = all(first <= mark.first and mark.last <= effect.last for mark in absolute)
    return inside and not attributes[effect.owner].get("absolute")


def _is_separate(scene: Scene, first: int) -> bool:
    """Whether a word is not attached to the one before, as in ``it'll``."""
    start = scene.reading.start(first)
    return start == 0 or scene.reading.text[start - 1].isspace()


def _filled(wording: str, scene: Scene, effect: Hit) -> str:
    head, _, rest = effect.term.partition(" ")
    written = f"{scene.reading.words.words[effect.first]} {rest}".rstrip()
    base = f"{head} {rest}".rstrip()
    return wording.replace("{base}", base).replace("{past}", written).replace("{gerund}", written)


def _is_on_complaint(candidate: Candidate) -> bool:
    """Whether the object is a complaint, not a person or something good, and in its usual position."""
    passive, effect = candidate.form is Form.PASSIVE, candidate.effect
    return bool(candidate.targets) and all(
        (target.last <= effect.first if passive else target.first >= effect.last)
        and (target.owner == "condition" or target.owner.startswith("target.bad"))
        for target in candidate.targets
    )
