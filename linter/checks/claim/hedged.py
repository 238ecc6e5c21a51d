"""How a claim would be said with a hedge: a draft for the writer, from the wordings in the rule."""

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
    """What would stand for the effect words, and the number of the first word that it stands for: a verb goes with
    what leads into it (``has``, ``can``, ``has been shown to``). None where the rule has no wording for this form, or
    where more than the verb would have to change."""
    candidate, scene = claim.candidate, claim.scene
    wordings = _wordings(rule, candidate.effect)
    if wordings is None or not (_on_a_trouble(candidate) or "{base}" in wordings["now"]):
        return None
    first = _lead(scene, candidate.effect.first)
    tense = _tense(scene, candidate, first)
    if not tense or not _is_all_said(claim, first) or not _stands_alone(scene, first):
        return None
    return _filled(wordings[tense], scene, candidate.effect), first


def _wordings(rule: Rule, effect: Hit) -> Mapping[str, str] | None:
    names = effect.owner.split(".")
    classes = (".".join(names[:length]) for length in range(len(names), 0, -1))
    return next((rule.match["hedge"][name] for name in classes if name in rule.match["hedge"]), None)


def _lead(scene: Scene, first: int) -> int:
    """Where the words that lead into a verb begin; the verb's own place if there are none."""
    leads = _leads(scene)
    while before := [hit.first for hit in leads if hit.last == first]:
        first = min(before)
    return first


def _leads(scene: Scene) -> list[Hit]:
    auxiliaries = (hit for hit in scene.of("grammar") if hit.owner in ("grammar.modal", "grammar.have"))
    return [*scene.of("lead"), *auxiliaries]


def _tense(scene: Scene, candidate: Candidate, first: int) -> str:
    """Which wording the verb takes, by its name in the rule (``now``, ``past`` …); empty if none fits."""
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
    # ``has quickly relieved``: what lies between would be lost; ``took``: the form for a perfect is not known
    near = perfect or not any(scene.terms.covers("grammar.have", effect.first - back) for back in (2, 3))
    return "past" if near and (perfect or is_regular_past(word)) else ""


def _participle(scene: Scene, effect: Hit) -> str:
    if effect.first == scene.sentence.first:
        return ""
    if scene.reading.words.words[effect.first - 1] in _DASHES:
        return "adjunct"
    return "gerund" if scene.terms.covers("grammar.preposition", effect.first - 1) else ""


def _passive(scene: Scene, effect: Hit, first: int) -> str:
    """``to be cured`` and ``be cured`` say nothing by themselves, and have no draft."""
    if first > scene.sentence.first and scene.terms.covers("grammar.to", first - 1):
        return ""
    owners = {hit.owner for hit in _leads(scene) if first <= hit.first and hit.last <= effect.first}
    if owners & {"lead.be.past", "grammar.have"} and "lead.shown" not in owners:
        return "passive_past"
    return "passive" if owners - {"lead.be"} else ""


def _is_all_said(claim: Claim, first: int) -> bool:
    """Whether nothing beyond the words from ``first`` on makes the claim stronger or weaker than a draft says it."""
    effect, attributes = claim.candidate.effect, claim.scene.attributes
    if claim.strength in _ASSERTED:
        return True
    if claim.strength is not Strength.ABSOLUTE:
        return first < effect.first
    absolute = [mark for mark in claim.marks if attributes.get(mark.owner, {}).get("absolute")]
    inside = all(first <= mark.first and mark.last <= effect.last for mark in absolute)
    return inside and not attributes[effect.owner].get("absolute")


def _stands_alone(scene: Scene, first: int) -> bool:
    """Whether a word does not hang on the one before, as in ``it'll``."""
    start = scene.reading.start(first)
    return start == 0 or scene.reading.text[start - 1].isspace()


def _filled(wording: str, scene: Scene, effect: Hit) -> str:
    head, _, rest = effect.term.partition(" ")
    said = f"{scene.reading.words.words[effect.first]} {rest}".rstrip()
    base = f"{head} {rest}".rstrip()
    return wording.replace("{base}", base).replace("{past}", said).replace("{gerund}", said)


def _on_a_trouble(candidate: Candidate) -> bool:
    """Whether what the verb acts on is a complaint, not a person or a good thing, and stands where it should."""
    passive, effect = candidate.form is Form.PASSIVE, candidate.effect
    return bool(candidate.targets) and all(
        (target.last <= effect.first if passive else target.first >= effect.last)
        and (target.owner == "condition" or target.owner.startswith("target.bad"))
        for target in candidate.targets
    )
