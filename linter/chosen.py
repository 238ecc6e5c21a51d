"""Choose the rules that check an article and their severities, by applying its settings in order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from linter.config.errors import ConfigError, place, shown, wrong
from linter.config.layers import COMMAND_LINE, Applied
from linter.files.data import MAX_MISTAKES
from linter.rules.program import Rule
from linter.rules.selection import UnknownRuleError, codes_of, is_known, is_now, unknown
from linter.typed import Any
from linter.value import replace

_LISTS = ("select", "extend_select", "ignore", "unsuppressible")


def choose_rules(rules: Sequence[Rule], applied: Sequence[Applied]) -> tuple[Rule, ...]:
    """Return the rules that run, with their severities. In each entry, select replaces and ignore removes rules.

    The command line may select from all rules, but rules that an override ignores for its paths stay ignored.

    Raises :class:`ConfigError` with all unknown rule names; ``UnknownRuleError`` if they are the command line's.
    """
    _refuse_unknown(rules, applied)
    ignored: set[str] = set()
    active = {rule.code for rule in rules}
    levels: dict[str, Any] = {}
    unsuppressible: set[str] = set()
    for entry in applied:
        named = {key: _codes(getattr(entry.settings, key) or (), rules) for key in _LISTS}
        if entry.settings.select is not None:
            active = named["select"] - (ignored if entry.file == COMMAND_LINE else set())
        active = (active | named["extend_select"]) - named["ignore"]
        ignored = (ignored | named["ignore"] if entry.table else ignored) - active
        unsuppressible |= named["unsuppressible"]
        # names of fewer rules are more specific and come last
        found = [(codes_of(name, rules), level) for name, level in entry.settings.severity.items()]
        for codes, level in sorted(found, key=lambda pair: -len(pair[0])):
            levels.update(dict.fromkeys(codes, level))
    return tuple(_judged(rule, levels, unsuppressible) for rule in rules if rule.code in active)


def _judged(rule: Rule, levels: Mapping[str, Any], unsuppressible: set[str]) -> Rule:
    if rule.code in unsuppressible:
        rule = replace(rule, suppressible=False)
    return replace(rule, severity=levels[rule.code], severity_set=True) if rule.code in levels else rule


def _codes(names: Sequence[str], rules: Sequence[Rule]) -> set[str]:
    return {code for name in names for code in codes_of(name, rules)}


def _refuse_unknown(rules: Sequence[Rule], applied: Sequence[Applied]) -> None:
    from_command_line: list[str] = []
    configured: dict[tuple[str, tuple[str | int, ...], str], None] = {}
    for entry in applied:
        for key, name, path in _names(entry):
            if is_known(name, rules):
                continue
            if entry.file == COMMAND_LINE:
                from_command_line.append(unknown(name, rules))
            elif key != "options":  # reported with the errors in them
                configured[entry.file, (*entry.table, *path), name] = None
    if configured:
        lines = [
            str(wrong(file, (path, unknown(name, rules)))) for file, path, name in islice(configured, MAX_MISTAKES)
        ]
        raise ConfigError(*lines, *(name for _, _, name in islice(configured, MAX_MISTAKES, None)))  # only counted
    if from_command_line:
        raise UnknownRuleError(*from_command_line)


def renamed_rules(rules: Sequence[Rule], applied: Sequence[Applied]) -> Iterator[str]:
    """A line for each rule given by an old name, with its place."""
    now = {old: rule for rule in rules for old in rule.aliases}
    for entry in applied if now else ():
        for key, name, path in _names(entry):
            if name in now and entry.file == COMMAND_LINE:
                yield f"--{key}: {is_now(name, now[name])}"
            elif name in now:
                line, column = place(entry.file, (*entry.table, *path))
                yield f"{shown(entry.file)}:{line}:{column}: {is_now(name, now[name])}"


def _names(entry: Applied) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """The rules that an entry names: key, name, and its path in the table."""
    for attribute in _LISTS:
        key = attribute.replace("_", "-")
        for number, name in enumerate(getattr(entry.settings, attribute) or ()):
            yield key, name, (key, number)
    for key in ("severity", "options"):
        for name in getattr(entry.settings, key):
            yield key, name, (key, name)
