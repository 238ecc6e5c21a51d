"""Settings of a whole run: from the options, else from the configuration of the paths."""

import os

from linter.cli.exits import UsageError
from linter.config.errors import wrong
from linter.config.find import Configurations
from linter.config.layers import Layer, LayerValue
from linter.hints import nearest
from linter.reports import FORMATS
from linter.typed import TYPE_CHECKING, Namespace
from linter.value import EMPTY, Struct
from linter.violation import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.config.settings import ArticleSettings
    from linter.plugins import Plugin


class Settings(Struct, frozen=True):
    """When a run fails, and the reports it writes (``FORMAT`` or ``FORMAT=FILE``)."""

    fail_on: Severity
    max_warnings: int | None
    formats: tuple[str, ...]


def settings_of(options: Namespace, configurations: Configurations) -> Settings:
    """Return the settings of a run; for several paths, the configuration of their common folder applies."""
    config = configurations.of(common_folder(options))
    fail_on = config.strongest("fail_on")
    max_warnings = config.strongest("max_warnings")
    return Settings(
        Severity(options.fail_on or (fail_on.value if fail_on else Severity.ERROR)),
        options.max_warnings if options.max_warnings is not None or max_warnings is None else max_warnings.value,
        tuple(options.format) if options.format else _formats(config.strongest("formats")),
    )


def _formats(configured: LayerValue | None) -> tuple[str, ...]:
    """The formats of a configuration; their files are relative to its folder."""
    if configured is None:
        return ("text",)
    return tuple(_format(configured.layer, number) for number in range(len(configured.value)))


def _format(layer: Layer, number: int) -> str:
    name, separator, file = (layer.settings.formats or ())[number].partition("=")
    if name not in FORMATS:
        raise wrong(layer.file, (("formats", number), f"unknown format '{name}'{nearest(name, FORMATS)}"))
    if not separator:
        return name
    from linter.config.globs import relative  # rarely needed

    target = os.path.join(layer.folder, file)
    inside = relative(os.path.realpath(target), os.path.realpath(layer.folder))
    if inside is None or any(part.startswith(".") for part in inside.split("/")):
        problem = f"'{name}={file}': a link points outside this folder or to a hidden file"
        raise wrong(layer.file, (("formats", number), problem))
    return f"{name}={target}"


def command_line_settings(options: Namespace) -> "ArticleSettings | None":
    """The rule settings of the command line; None if there are none. Raises ``UsageError``."""
    if options.select is None and options.ignore is None:
        return None
    from linter.config.settings import ArticleSettings  # rarely needed

    select = None if options.select is None else _names(options.select)
    if select == ():
        raise UsageError("--select matches no rule, so nothing would be checked")
    return ArticleSettings(select=select, ignore=_names(options.ignore or ""))


def plugins_of(options: Namespace) -> "Mapping[str, Plugin]":
    """Load the plug-ins that the command line names. Raises ``linter.plugins.PluginError``."""
    if not options.plugin:
        return EMPTY
    from linter.plugins import load_plugins  # rarely needed

    return load_plugins(options.plugin)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := part.strip()))


def common_folder(options: Namespace) -> str:
    """The common folder of the paths in the options, ending in ``/``; a single file is returned as it is."""
    paths = [options.stdin_filename or "."] if options.paths == ["-"] else options.paths
    full = [os.path.abspath(path) for path in paths]
    try:
        common = os.path.commonpath(full)
    except ValueError:  # several drives
        common = full[0]
    return common + os.sep if os.path.isdir(common) else common
