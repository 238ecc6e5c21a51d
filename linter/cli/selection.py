"""Which rules a run uses: codes, prefixes of codes, names and families, with a hint where none fits."""

from collections.abc import Iterable, Sequence

from linter.cli.commands import UsageError
from linter.rules.program import Program, Rule


def select_rules(program: Program, select: str | None, ignore: str | None) -> tuple[Rule, ...]:
    """The rules that ``--select`` names (all, without it) less those that ``--ignore`` names. Raises ``UsageError``."""
    rules: Sequence[Rule] = program.rules
    chosen = {rule.code for rule in rules} if select is None else _codes(select, rules)
    dropped = set() if ignore is None else _codes(ignore, rules)
    return tuple(rule for rule in rules if rule.code in chosen and rule.code not in dropped)


def find_rule(program: Program, name: str) -> Rule | None:
    """The rule of a code or a name."""
    wanted = name.strip()
    return next((rule for rule in program.rules if rule.code == wanted.upper() or rule.id == wanted.lower()), None)


def _codes(names: str, rules: Sequence[Rule]) -> set[str]:
    codes: set[str] = set()
    for name in filter(None, (part.strip() for part in names.split(","))):
        found = {rule.code for rule in rules if _answers(rule, name)}
        if not found:
            raise UsageError(f"no rule or family '{name}'{hint(name, rules)}")
        codes |= found
    return codes


def _answers(rule: Rule, name: str) -> bool:
    return rule.code.startswith(name.upper()) or name.lower() in (rule.id, rule.family)


def hint(name: str, rules: Sequence[Rule]) -> str:
    """``; did you mean …?`` for the nearest code, name or family, or nothing."""
    known = {value for rule in rules for value in (rule.code, rule.id, rule.family)}
    return nearest(name, known) or nearest(name.upper(), known)


def nearest(name: str, known: Iterable[str]) -> str:
    """``; did you mean …?`` for the nearest of some words, or nothing."""
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else ""
