"""Turn configurations into plans: how each article of a run is checked."""

from collections.abc import Iterator, Sequence

from linter.cache import load_program
from linter.checks.setting import Setting
from linter.config.errors import wrong
from linter.config.find import Configurations
from linter.config.layers import COMMAND_LINE, Applied, Config, shipped
from linter.hints import nearest
from linter.results import Results, context_digest
from linter.rules.program import Program, Rule
from linter.run import Plan
from linter.typed import TYPE_CHECKING, Any
from linter.value import replace

if TYPE_CHECKING:
    from linter.config.settings import ArticleSettings
    from linter.parsers.components import Copy

DEFAULT_REGIONS = ("us",)


class Planner:
    """Create the plans of a run, each once.

    ``setting`` applies to all articles; regions, profile and copy keys come from the configurations. ``command_line``
    are the settings of the command line, which are applied last. Without ``python``, rules in Python are left out.
    ``notes`` are lines for the user, as keys: rules given by an old name or left out, regions without rules, a missing
    cache.
    """

    def __init__(
        self,
        configurations: Configurations,
        setting: Setting,
        command_line: "ArticleSettings | None" = None,
        cached: bool = False,
        python: bool = True,
    ) -> None:
        self._configurations = configurations
        self._setting = setting
        self._command_line = () if command_line is None else (Applied(COMMAND_LINE, (), command_line),)
        self._python = python
        # the names of cache entries do not cover the register of claims and the code of plug-ins
        self._cached = cached and setting.approved is None and not setting.plugins
        self.notes: dict[str, None] = {}
        self._plans: dict[tuple[int, tuple[tuple[str | int, ...], ...]], Plan] = {}

    def of(self, path: str) -> Plan:
        """Return the plan of an article. Raises :class:`ConfigError`; ``UnknownRuleError`` for the command line."""
        config, full = self._configurations.with_path(path)
        applied = config.applied(full)
        key = (id(config), tuple((entry.file, *entry.table) for entry in applied))
        if key not in self._plans:
            self._plans[key] = self._plan(config, (*applied, *self._command_line))
        return self._plans[key]

    def _plan(self, config: Config, applied: Sequence[Applied]) -> Plan:
        program = _program(config, applied, self.notes)
        rules = self._allowed(self._chosen(program.rules, applied))
        setting = replace(self._setting, regions=_regions(applied), profile=_profile(applied), copy=_copy(applied))
        if rules and all(set(rule.jurisdictions).isdisjoint(setting.regions) for rule in rules):
            self.notes[f"no chosen rule applies in {', '.join(setting.regions)}: articles there pass unchecked"] = None
        results = Results(context_digest(program.hash, rules, setting)) if self._cached else None
        return Plan(program, rules, setting, results)

    def _chosen(self, rules: tuple[Rule, ...], applied: Sequence[Applied]) -> tuple[Rule, ...]:
        if not applied:
            return rules
        from linter.chosen import choose_rules, renamed_rules  # needed only with a configuration

        self.notes.update(dict.fromkeys(renamed_rules(rules, applied)))
        return choose_rules(rules, applied)

    def _allowed(self, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """Remove rules in Python if they may not run. Raises ``linter.plugins.PluginError``."""
        if all(rule.kind != "python" for rule in rules):
            return rules
        if not self._python:
            left_out = ", ".join(rule.code for rule in rules if rule.kind == "python")
            self.notes[f"{left_out}: rules in Python run only where --plugin names them"] = None
            return tuple(rule for rule in rules if rule.kind != "python")
        from linter.checks.python import refuse_unnamed

        refuse_unnamed(rules, self._setting.plugins)
        return rules


def _program(config: Config, applied: Sequence[Applied], notes: dict[str, None]) -> Program:
    options: dict[str, dict[str, Any]] = {}
    for entry in applied:
        for name, values in entry.settings.options.items():
            options.setdefault(name, {}).update(values)
    if not options:
        return load_program(config.rule_folders, notes=notes)
    from linter.rules.options import OptionError  # needed only if options are changed

    try:
        return load_program(config.rule_folders, options, notes=notes)
    except OptionError as error:
        rule, key = str(error.path[0]), error.path[1:2]
        found = [(entry, entry.settings.options[rule]) for entry in applied if rule in entry.settings.options]
        source = next(entry for entry, values in reversed(found) if {*key} <= {*values})
        raise wrong(source.file, ((*source.table, "options", *error.path), str(error))) from None


def _regions(applied: Sequence[Applied]) -> tuple[str, ...]:
    found = [entry for entry in applied if entry.settings.jurisdictions is not None]
    return tuple(dict.fromkeys(_regions_of(found[-1]))) if found else DEFAULT_REGIONS


def _regions_of(entry: Applied) -> Iterator[str]:
    from linter.config.read import read_jurisdiction

    known, names = shipped("presets/jurisdictions"), entry.settings.jurisdictions or ()
    known_names = f"choose from {', '.join(known)}"
    unknown = [
        ((*entry.table, "jurisdictions", number), f"no jurisdiction '{name}'{nearest(name, known)}; {known_names}")
        for number, name in enumerate(names)
        if name not in known
    ]
    if unknown:
        raise wrong(entry.file, *unknown)
    for name in names:
        yield from read_jurisdiction(known[name])


def _copy(applied: Sequence[Applied]) -> "Copy | None":
    keys: dict[str, bool] = {}
    for entry in applied:  # later entries override earlier ones
        keys |= dict.fromkeys(entry.settings.copy_keys, True) | dict.fromkeys(entry.settings.code_keys, False)
    if not keys:
        return None
    from linter.parsers.components import Copy  # most projects set no keys

    return Copy(tuple(key for key in keys if keys[key]), tuple(key for key in keys if not keys[key]))


def _profile(applied: Sequence[Applied]) -> dict[str, str]:
    return {key: text for entry in applied for key, text in entry.settings.profile.items() if text}
