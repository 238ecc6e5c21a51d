"""From configurations to plans: how each article of a run is judged."""

from collections.abc import Iterator, Mapping, Sequence

from linter.cache import load_program
from linter.checks.article import Setting
from linter.config.errors import wrong
from linter.config.find import Configurations
from linter.config.layers import Config, Spoken, shipped
from linter.config.said import Judgement
from linter.hints import nearest
from linter.results import Results, judged_by
from linter.rules.options import OptionError
from linter.rules.program import Program, Rule
from linter.rules.selection import UnknownRuleError, codes_of
from linter.run import Plan
from linter.typed import TYPE_CHECKING, Any
from linter.value import replace

if TYPE_CHECKING:
    from linter.approved.register import Register
    from linter.parsers.components import Copy

DEFAULT_REGIONS = ("us",)
_LISTS = ("select", "extend_select", "ignore", "unsuppressible")
COMMAND_LINE = ""
"""The file of what the command line says."""


class Planner:
    """The plans of a run, each made once.

    ``asked`` is what the command line says: it comes last. ``root`` is the folder that the project's paths count from,
    ``approved`` its register of approved claims.
    """

    def __init__(
        self,
        configurations: Configurations,
        today: str,
        asked: Judgement | None = None,
        honour: bool = True,
        portrait: bool = False,
        lean: bool = False,
        cached: bool = False,
        root: str = "",
        approved: "Register | None" = None,
    ) -> None:
        self._configurations = configurations
        self._today = today
        self._asked = () if asked is None else (Spoken(COMMAND_LINE, (), asked),)
        self._honour = honour
        self._portrait = portrait
        self._root = root
        self._approved = approved
        self._lean = lean
        # an article is judged by a register of claims, too, which the names of results do not tell apart
        self._cached = cached and approved is None
        self._plans: dict[tuple[int, tuple[tuple[str | int, ...], ...]], Plan] = {}

    def of(self, path: str) -> Plan:
        """The plan of an article. Raises :class:`ConfigError`, and ``UnknownRuleError`` for the command line."""
        config, full = self._configurations.judged(path)
        spoken = config.judgements(full)
        key = (id(config), tuple((one.file, *one.table) for one in spoken))
        if key not in self._plans:
            self._plans[key] = self._plan(config, (*spoken, *self._asked))
        return self._plans[key]

    def _plan(self, config: Config, spoken: Sequence[Spoken]) -> Plan:
        program = _program(config, spoken)
        rules = _rules(program.rules, spoken)
        setting = Setting(_regions(spoken), self._today, _profile(spoken), self._root, self._approved, _copy(spoken))
        judged = judged_by(program.hash, rules, setting, self._honour) if self._cached else ""
        return Plan(
            program,
            rules,
            setting,
            honour=self._honour,
            portrait=self._portrait,
            lean=self._lean,
            results=Results(judged) if self._cached else None,
        )


def _program(config: Config, spoken: Sequence[Spoken]) -> Program:
    options: dict[str, dict[str, Any]] = {}
    for one in spoken:
        for name, values in one.said.options.items():
            options.setdefault(name, {}).update(values)
    if not options:
        return load_program(config.rule_folders)
    try:
        return load_program(config.rule_folders, options)
    except OptionError as error:
        rule, key = str(error.path[0]), error.path[1:2]
        said = next(one for one in reversed(spoken) if rule in one.said.options and {*key} <= {*one.said.options[rule]})
        raise wrong(said.file, (*said.table, "options", *error.path), str(error)) from None


def _rules(rules: Sequence[Rule], spoken: Sequence[Spoken]) -> tuple[Rule, ...]:
    """The rules that run, with their severities. Of each judgement, select replaces, ignore takes away."""
    if not spoken:
        return tuple(rules)
    active = {rule.code for rule in rules}
    levels: dict[str, Any] = {}
    fixed: set[str] = set()
    for one in spoken:
        named = {key: _named(one, key, rules) for key in _LISTS}
        if one.said.select is not None:
            active = named["select"]
        active = (active | named["extend_select"]) - named["ignore"]
        fixed |= named["unsuppressible"]
        # what names fewer rules is said last
        found = [(_codes(one, "severity", name, rules), level) for name, level in one.said.severity.items()]
        for codes, level in sorted(found, key=lambda pair: -len(pair[0])):
            levels.update(dict.fromkeys(codes, level))
    return tuple(_judged(rule, levels, fixed) for rule in rules if rule.code in active)


def _judged(rule: Rule, levels: Mapping[str, Any], fixed: set[str]) -> Rule:
    if rule.code in fixed:
        rule = replace(rule, suppressible=False)
    return replace(rule, severity=levels[rule.code], settled=True) if rule.code in levels else rule


def _named(one: Spoken, key: str, rules: Sequence[Rule]) -> set[str]:
    names = getattr(one.said, key) or ()
    return {code for number, name in enumerate(names) for code in _codes(one, key, name, rules, number)}


def _codes(one: Spoken, key: str, name: str, rules: Sequence[Rule], number: int | None = None) -> frozenset[str]:
    try:
        return codes_of(name, rules)
    except UnknownRuleError as error:
        if one.file == COMMAND_LINE:
            raise
        path = (*one.table, key.replace("_", "-"), name if number is None else number)
        raise wrong(one.file, path, str(error)) from None


def _regions(spoken: Sequence[Spoken]) -> tuple[str, ...]:
    said = [one for one in spoken if one.said.jurisdictions is not None]
    return tuple(dict.fromkeys(_regions_of(said[-1]))) if said else DEFAULT_REGIONS


def _regions_of(one: Spoken) -> Iterator[str]:
    from linter.config.read import read_jurisdiction

    known = shipped("presets/jurisdictions")
    for number, name in enumerate(one.said.jurisdictions or ()):
        if name not in known:
            path = (*one.table, "jurisdictions", number)
            raise wrong(one.file, path, f"no jurisdiction '{name}'{nearest(name, known)}; there are {', '.join(known)}")
        yield from read_jurisdiction(known[name])


def _copy(spoken: Sequence[Spoken]) -> "Copy | None":
    keys: dict[str, bool] = {}
    for one in spoken:  # the closer one has the last word on a key
        keys |= dict.fromkeys(one.said.copy_keys, True) | dict.fromkeys(one.said.code_keys, False)
    if not keys:
        return None
    from linter.parsers.components import Copy  # most projects have no keys of their own

    return Copy(tuple(key for key in keys if keys[key]), tuple(key for key in keys if not keys[key]))


def _profile(spoken: Sequence[Spoken]) -> dict[str, str]:
    return {key: text for one in spoken for key, text in one.said.profile.items() if text}
