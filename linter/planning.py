"""From configurations to plans: how each article of a run is judged."""

from collections.abc import Iterator, Sequence

from linter.cache import load_program
from linter.checks.setting import Setting
from linter.config.errors import wrong
from linter.config.find import Configurations
from linter.config.layers import COMMAND_LINE, Config, Spoken, shipped
from linter.hints import nearest
from linter.results import Results, judged_by
from linter.rules.program import Program, Rule
from linter.run import Plan
from linter.typed import TYPE_CHECKING, Any
from linter.value import replace

if TYPE_CHECKING:
    from linter.config.said import Judgement
    from linter.parsers.components import Copy

DEFAULT_REGIONS = ("us",)


class Planner:
    """The plans of a run, each made once.

    ``setting`` is what holds for all of its articles; regions, profile and keys of copy come from the configurations.
    ``asked`` is what the command line says: it comes last. Without ``python``, rules in Python are left out. ``told``
    is what whoever runs it should know, in lines: rules that were named by an old name, or left out; no cache.
    """

    def __init__(
        self,
        configurations: Configurations,
        setting: Setting,
        asked: "Judgement | None" = None,
        cached: bool = False,
        python: bool = True,
    ) -> None:
        self._configurations = configurations
        self._setting = setting
        self._asked = () if asked is None else (Spoken(COMMAND_LINE, (), asked),)
        self._python = python
        # an article is judged by a register of claims and by others' code, too, which the names of results do not tell
        self._cached = cached and setting.approved is None and not setting.plugins
        self.told: dict[str, None] = {}
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
        program = _program(config, spoken, self.told)
        rules = self._allowed(self._chosen(program.rules, spoken))
        setting = replace(self._setting, regions=_regions(spoken), profile=_profile(spoken), copy=_copy(spoken))
        judged = judged_by(program.hash, rules, setting) if self._cached else ""
        return Plan(program, rules, setting, Results(judged) if self._cached else None)

    def _chosen(self, rules: tuple[Rule, ...], spoken: Sequence[Spoken]) -> tuple[Rule, ...]:
        if not spoken:
            return rules
        from linter.chosen import chosen, renamed  # a run that nobody has configured does without it

        self.told.update(dict.fromkeys(renamed(rules, spoken)))
        return chosen(rules, spoken)

    def _allowed(self, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """The rules without those in Python, where none may run. Raises ``linter.plugins.PluginError``."""
        if all(rule.kind != "python" for rule in rules):
            return rules
        if not self._python:
            left_out = ", ".join(rule.code for rule in rules if rule.kind == "python")
            self.told[f"{left_out}: no rules in Python run here, only where --plugin names them"] = None
            return tuple(rule for rule in rules if rule.kind != "python")
        from linter.checks.python import refuse_unnamed

        refuse_unnamed(rules, self._setting.plugins)
        return rules


def _program(config: Config, spoken: Sequence[Spoken], told: dict[str, None]) -> Program:
    options: dict[str, dict[str, Any]] = {}
    for one in spoken:
        for name, values in one.said.options.items():
            options.setdefault(name, {}).update(values)
    if not options:
        return load_program(config.rule_folders, told=told)
    from linter.rules.options import OptionError  # most projects change no options

    try:
        return load_program(config.rule_folders, options, told=told)
    except OptionError as error:
        rule, key = str(error.path[0]), error.path[1:2]
        said = next(one for one in reversed(spoken) if rule in one.said.options and {*key} <= {*one.said.options[rule]})
        raise wrong(said.file, ((*said.table, "options", *error.path), str(error))) from None


def _regions(spoken: Sequence[Spoken]) -> tuple[str, ...]:
    said = [one for one in spoken if one.said.jurisdictions is not None]
    return tuple(dict.fromkeys(_regions_of(said[-1]))) if said else DEFAULT_REGIONS


def _regions_of(one: Spoken) -> Iterator[str]:
    from linter.config.read import read_jurisdiction

    known, said = shipped("presets/jurisdictions"), one.said.jurisdictions or ()
    there = f"there are {', '.join(known)}"
    unknown = [
        ((*one.table, "jurisdictions", number), f"no jurisdiction '{name}'{nearest(name, known)}; {there}")
        for number, name in enumerate(said)
        if name not in known
    ]
    if unknown:
        raise wrong(one.file, *unknown)
    for name in said:
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
