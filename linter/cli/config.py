"""``medlint config``: show the effective configuration of a path, and the file that sets each value."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from linter.checks.setting import Setting
from linter.cli import exits
from linter.cli.exits import UsageError
from linter.cli.output import print_lines
from linter.config.errors import place, shown
from linter.config.find import Configurations
from linter.config.layers import Applied, Layer, shipped
from linter.config.validate import schema_text
from linter.planning import Planner
from linter.typed import Any

_ADDED = ("extend_select", "ignore", "unsuppressible")
_RUN = ("fail_on", "max_warnings", "formats", "waivers", "baseline", "claims")
Entry = tuple[tuple[str, ...], Any, str, tuple[str | int, ...]]
"""Key, value, file, and the path in the file."""


def config(options: argparse.Namespace) -> int:
    """Print the configuration of a path, or the schema for editors."""
    if options.schema:
        sys.stdout.write(schema_text())
        return exits.CLEAN
    if not Path(options.path).exists():
        raise UsageError(f"no such file or folder: {options.path}")
    path = f"{options.path}/" if Path(options.path).is_dir() else options.path
    configurations = Configurations(options.config)
    closest, full = configurations.with_path(path)
    files = [_name(layer.file) for layer in closest.layers]
    sys.stdout.write(f"# {options.path}: {', then '.join(files) or 'no configuration'}\n")
    applied = closest.applied(full)
    lines = [_line(*entry) for entry in (*_effective(applied), *_run_settings(closest.layers))]
    lines += [_line(*entry) for above in configurations.above(path) for entry in _excluded(above.layers)]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    if configurations.excluded(path):
        sys.stdout.write("# excluded: never checked\n")
    planner = Planner(configurations, Setting(), python=False)
    plan = planner.of(path)
    print_lines(planner.notes)
    running = {rule.code for rule in plan.rules if set(rule.jurisdictions) & set(plan.setting.regions)}
    off = [rule.code for rule in plan.program.rules if rule.code not in running]
    sys.stdout.write(f"# {len(running)} rules of {', '.join(plan.setting.regions)}; off: {' '.join(off) or 'none'}\n")
    return exits.CLEAN


def _effective(applied: tuple[Applied, ...]) -> Iterator[Entry]:
    """The effective settings, in the order in which they are applied."""
    kept: dict[tuple[Any, ...], Entry] = {}
    for entry in applied:
        for key, value in _values(entry):
            if key == ("select",):  # replaces all earlier selections
                kept = {name: old for name, old in kept.items() if old[0][0] not in ("select", *_ADDED[:2])}
            name = (*key, entry.file, *entry.table) if key[0] in _ADDED else key
            kept.pop(name, None)
            kept[name] = (key, value, entry.file, (*entry.table, *(part.replace("_", "-") for part in key)))
    yield from kept.values()


def _values(entry: Applied) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key in ("jurisdictions", "select", *_ADDED):
        value = getattr(entry.settings, key)
        if value is not None and value != ():
            yield (key,), value
    for key in ("profile", "severity"):
        for name, value in getattr(entry.settings, key).items():
            yield (key, name), value
    for rule, values in entry.settings.options.items():
        for name, value in values.items():
            yield ("options", rule, name), value


def _run_settings(layers: tuple[Layer, ...]) -> Iterator[Entry]:
    for layer in layers:
        if layer.settings.rules:
            yield ("rules",), layer.settings.rules, layer.file, ("rules",)
    for key in _RUN:
        found = [layer for layer in layers if getattr(layer.settings, key) is not None]
        if found:
            yield (key,), getattr(found[-1].settings, key), found[-1].file, (key.replace("_", "-"),)


def _excluded(layers: tuple[Layer, ...]) -> Iterator[Entry]:
    for layer in layers:
        if layer.settings.exclude:
            yield ("exclude",), layer.settings.exclude, layer.file, ("exclude",)


def _line(key: tuple[str, ...], value: Any, file: str, path: tuple[str | int, ...]) -> str:
    line, column = place(file, path)
    name = ".".join(part.replace("_", "-") if part in _ADDED or part in _RUN else part for part in key)
    return f"{name} = {json.dumps(value, ensure_ascii=False, default=str)}  # {_name(file)}:{line}:{column}"


def _name(file: str) -> str:
    """The name of a file in the output; a shipped preset has its own name."""
    names = [name for name, preset in shipped("presets").items() if preset == file]
    return f"preset {names[0]}" if names else shown(file)
