"""How a claim would be said with a hedge: a draft for the writer, from the wordings in the rule."""

from linter.checks.claim.find import Candidate
from linter.checks.claim.forms import Form
from linter.checks.claim.judge import Claim, Strength
from linter.language.terms import Hit
from linter.rules.program import Rule

_DRAFTED = frozenset({Strength.PLAIN, Strength.ADOPTED})
"""What is said absolutely has more in it than its verb."""


def hedged(rule: Rule, claim: Claim) -> str | None:
    """What would stand for the effect word; None where the rule has no wording for it, or another form is needed."""
    candidate = claim.candidate
    wording = _wording(rule, candidate.effect)
    if wording is None or claim.strength not in _DRAFTED or candidate.form is not Form.FINITE:
        return None
    word, base = claim.scene.reading.words.words[candidate.effect.first], candidate.effect.term
    if not _is_present(word, base.partition(" ")[0]):
        return None
    if "{base}" not in wording and not _on_a_trouble(candidate):
        return None
    return wording.replace("{base}", base)


def _wording(rule: Rule, effect: Hit) -> str | None:
    names = effect.owner.split(".")
    classes = (".".join(names[:length]) for length in range(len(names), 0, -1))
    return next((rule.match["hedge"][name] for name in classes if name in rule.match["hedge"]), None)


def _is_present(word: str, base: str) -> bool:
    """Whether a verb stands in the present: ``cures``, ``carries``, ``cure``."""
    stem = base[:-1] if base.endswith("y") else base
    return not base.endswith("s") and (word == base or (word.startswith(stem) and word.endswith("s")))


def _on_a_trouble(candidate: Candidate) -> bool:
    """Whether what the verb acts on follows it and is a complaint, not a person or a good thing."""
    return bool(candidate.targets) and all(
        target.first >= candidate.effect.last and (target.owner == "condition" or target.owner.startswith("target.bad"))
        for target in candidate.targets
    )
