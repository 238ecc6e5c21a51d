"""Which rules a name stands for: a code or its beginning, a rule's name, a family, a tier, a level."""

from collections.abc import Collection, Sequence

from linter.hints import nearest
from linter.rules.program import Rule
from linter.violation import RuleNames

ALL = "all"


class UnknownRuleError(Exception):
    """Names that stand for no rule; each of ``args`` says so in one line, with a hint."""


def codes_of(name: str, rules: Sequence[Rule]) -> frozenset[str]:
    """The codes of the rules that answer to a name. Raises :class:`UnknownRuleError`."""
    found = frozenset(rule.code for rule in rules if _answers(rule, name))
    if not found:
        raise UnknownRuleError(unknown(name, rules))
    return found


def is_known(name: str, rules: Sequence[Rule]) -> bool:
    """Whether a name stands for any rules."""
    return any(_answers(rule, name) for rule in rules)


def unknown(name: str, rules: Sequence[Rule]) -> str:
    """What is told of a name that stands for no rule, with a hint."""
    beginnings = {rule.code.rstrip("0123456789") for rule in rules}
    meant = nearest(name.upper(), beginnings, 0.8) or hint(name, rules)
    return f"no rule or family '{name}'{meant}"


def find_rule(rules: Sequence[Rule], name: str) -> Rule | None:
    """The rule of a code or a name."""
    wanted = name.strip()
    named = (rule for rule in rules if rule.code == wanted.upper() or rule.id == wanted.lower())
    return next(named, renamed(wanted, rules))


def renamed(name: str, rules: Sequence[Rule]) -> Rule | None:
    """The rule that had a code or a name before, or that does the work of one that had it."""
    return next((rule for rule in rules if _had(rule, name)), None)


def is_now(name: str, rule: RuleNames) -> str:
    """How an old name is told of."""
    return f"{name} is now {rule.code} ({rule.id})"


def hint(name: str, rules: Collection[Rule]) -> str:
    """``; did you mean …?`` for the nearest code, name or family, or nothing."""
    known = {value for rule in rules for value in (rule.code, rule.id, rule.family)} | {ALL}
    return nearest(name, known) or nearest(name.upper(), known)


def _answers(rule: Rule, name: str) -> bool:
    return bool(name) and (
        rule.code.startswith(name.upper())
        or name.lower() in (rule.id, rule.family, rule.tier, rule.severity.value, ALL)
        or _had(rule, name)
    )


def _had(rule: Rule, name: str) -> bool:
    return name.upper() in rule.aliases or name.lower() in rule.aliases
