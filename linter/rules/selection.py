"""Resolve a selector to rules: a code or its prefix, a rule's name, a family, a tier or a severity."""

from collections.abc import Collection, Sequence

from linter.hints import nearest
from linter.rules.program import Rule
from linter.violation import RuleNames

ALL = "all"


class UnknownRuleError(Exception):
    """Names that match no rule; each of ``args`` is a one-line message with a hint."""


def codes_of(name: str, rules: Sequence[Rule]) -> frozenset[str]:
    """Return the codes of the rules that a name matches. Raises :class:`UnknownRuleError`."""
    found = frozenset(rule.code for rule in rules if _matches(rule, name))
    if not found:
        raise UnknownRuleError(unknown(name, rules))
    return found


def is_known(name: str, rules: Sequence[Rule]) -> bool:
    """Whether a name matches any rule."""
    return any(_matches(rule, name) for rule in rules)


def unknown(name: str, rules: Sequence[Rule]) -> str:
    """Return the message for a name that matches no rule, with a hint."""
    beginnings = {rule.code.rstrip("0123456789") for rule in rules}
    meant = nearest(name.upper(), beginnings, 0.8) or hint(name, rules)
    return f"no rule or family '{name}'{meant}"


def find_rule(rules: Sequence[Rule], name: str) -> Rule | None:
    """Return the rule with a code or a name, current or former."""
    wanted = name.strip()
    named = (rule for rule in rules if rule.code == wanted.upper() or rule.id == wanted.lower())
    return next(named, renamed(wanted, rules))


def renamed(name: str, rules: Sequence[Rule]) -> Rule | None:
    """Return the rule that has a former code or name among its aliases."""
    return next((rule for rule in rules if _had(rule, name)), None)


def is_now(name: str, rule: RuleNames) -> str:
    """Return the message for a former name."""
    return f"{name} is now {rule.code} ({rule.id})"


def hint(name: str, rules: Collection[Rule]) -> str:
    """Return ``; did you mean ...?`` for the nearest code, name or family, or an empty string."""
    known = {value for rule in rules for value in (rule.code, rule.id, rule.family)} | {ALL}
    return nearest(name, known) or nearest(name.upper(), known)


def _matches(rule: Rule, name: str) -> bool:
    return bool(name) and (
        rule.code.startswith(name.upper())
        or name.lower() in (rule.id, rule.family, rule.tier, rule.severity.value, ALL)
        or _had(rule, name)
    )


def _had(rule: Rule, name: str) -> bool:
    return name.upper() in rule.aliases or name.lower() in rule.aliases
