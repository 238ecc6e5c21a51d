"""Which rules judge an article, and how heavily: what was said of it, applied in turn."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from linter.config.errors import ConfigError, place, shown, wrong
from linter.config.layers import COMMAND_LINE, Spoken
from linter.files.data import MAX_MISTAKES
from linter.rules.program import Rule
from linter.rules.selection import UnknownRuleError, codes_of, is_known, is_now, unknown
from linter.typed import Any
from linter.value import replace

_LISTS = ("select", "extend_select", "ignore", "unsuppressible")


def chosen(rules: Sequence[Rule], spoken: Sequence[Spoken]) -> tuple[Rule, ...]:
    """The rules that run, with their severities. Of each judgement, select replaces, ignore takes away.

    The command line chooses among all rules, but what an override takes away from its paths stays away.

    Raises for all names that stand for no rule: :class:`ConfigError`, or ``UnknownRuleError`` for the command line's.
    """
    _refuse_unknown(rules, spoken)
    kept_away: set[str] = set()
    active = {rule.code for rule in rules}
    levels: dict[str, Any] = {}
    fixed: set[str] = set()
    for one in spoken:
        named = {key: _codes(getattr(one.said, key) or (), rules) for key in _LISTS}
        if one.said.select is not None:
            active = named["select"] - (kept_away if one.file == COMMAND_LINE else set())
        active = (active | named["extend_select"]) - named["ignore"]
        kept_away = (kept_away | named["ignore"] if one.table else kept_away) - active
        fixed |= named["unsuppressible"]
        # what names fewer rules is said last
        found = [(codes_of(name, rules), level) for name, level in one.said.severity.items()]
        for codes, level in sorted(found, key=lambda pair: -len(pair[0])):
            levels.update(dict.fromkeys(codes, level))
    return tuple(_judged(rule, levels, fixed) for rule in rules if rule.code in active)


def _judged(rule: Rule, levels: Mapping[str, Any], fixed: set[str]) -> Rule:
    if rule.code in fixed:
        rule = replace(rule, suppressible=False)
    return replace(rule, severity=levels[rule.code], settled=True) if rule.code in levels else rule


def _codes(names: Sequence[str], rules: Sequence[Rule]) -> set[str]:
    return {code for name in names for code in codes_of(name, rules)}


def _refuse_unknown(rules: Sequence[Rule], spoken: Sequence[Spoken]) -> None:
    asked: list[str] = []
    configured: dict[tuple[str, tuple[str | int, ...], str], None] = {}
    for one in spoken:
        for key, name, path in _said_names(one):
            if is_known(name, rules):
                continue
            if one.file == COMMAND_LINE:
                asked.append(unknown(name, rules))
            elif key != "options":  # they are told with what is wrong in them
                configured[one.file, (*one.table, *path), name] = None
    if configured:
        told = [str(wrong(file, (path, unknown(name, rules)))) for file, path, name in islice(configured, MAX_MISTAKES)]
        raise ConfigError(*told, *(name for _, _, name in islice(configured, MAX_MISTAKES, None)))  # only counted
    if asked:
        raise UnknownRuleError(*asked)


def renamed(rules: Sequence[Rule], spoken: Sequence[Spoken]) -> Iterator[str]:
    """A line for each old name that is said, with its place."""
    now = {old: rule for rule in rules for old in rule.aliases}
    for one in spoken if now else ():
        for key, name, path in _said_names(one):
            if name in now and one.file == COMMAND_LINE:
                yield f"--{key}: {is_now(name, now[name])}"
            elif name in now:
                line, column = place(one.file, (*one.table, *path))
                yield f"{shown(one.file)}:{line}:{column}: {is_now(name, now[name])}"


def _said_names(one: Spoken) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """The rules that a judgement names: key, name, and the path of it."""
    for attribute in _LISTS:
        key = attribute.replace("_", "-")
        for number, name in enumerate(getattr(one.said, attribute) or ()):
            yield key, name, (key, number)
    for key in ("severity", "options"):
        for name in getattr(one.said, key):
            yield key, name, (key, name)
