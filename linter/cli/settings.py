"""What holds for a whole run: what the options say, else what the configuration of the named paths says."""

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
    """When a run fails, and the reports that it writes (``FORMAT`` or ``FORMAT=FILE``)."""

    fail_on: Severity
    max_warnings: int | None
    formats: tuple[str, ...]


def settings_of(options: Namespace, configurations: Configurations) -> Settings:
    """The settings of a run; of several paths that it names, the configuration of the folder that holds all counts."""
    config = configurations.of(holder(options))
    fail_on = config.strongest("fail_on")
    most = config.strongest("max_warnings")
    return Settings(
        Severity(options.fail_on or (fail_on.value if fail_on else Severity.ERROR)),
        options.max_warnings if options.max_warnings is not None or most is None else most.value,
        tuple(options.format) if options.format else _formats(config.strongest("formats")),
    )


def _formats(said: LayerValue | None) -> tuple[str, ...]:
    """The formats of a configuration; their files lie in its folder."""
    return ("text",) if said is None else tuple(_format(said.layer, number) for number in range(len(said.value)))


def _format(layer: Layer, number: int) -> str:
    name, given, file = (layer.settings.formats or ())[number].partition("=")
    if name not in FORMATS:
        raise wrong(layer.file, (("formats", number), f"no format '{name}'{nearest(name, FORMATS)}"))
    if not given:
        return name
    from linter.config.globs import relative  # few configurations name a file

    target = os.path.join(layer.folder, file)
    inside = relative(os.path.realpath(target), os.path.realpath(layer.folder))
    if inside is None or any(part.startswith(".") for part in inside.split("/")):
        problem = f"'{name}={file}': a link leads out of this folder, or to what is hidden"
        raise wrong(layer.file, (("formats", number), problem))
    return f"{name}={target}"


def asked(options: Namespace) -> "ArticleSettings | None":
    """What the command line says of the rules; None if it says nothing. Raises ``UsageError``."""
    if options.select is None and options.ignore is None:
        return None
    from linter.config.settings import ArticleSettings  # most runs say nothing, and have no configuration either

    select = None if options.select is None else _names(options.select)
    if select == ():
        raise UsageError("--select names no rule, so that nothing would be checked")
    return ArticleSettings(select=select, ignore=_names(options.ignore or ""))


def plugins_of(options: Namespace) -> "Mapping[str, Plugin]":
    """The plug-ins that the command line names, loaded. Raises ``linter.plugins.PluginError``."""
    if not options.plugin:
        return EMPTY
    from linter.plugins import load_plugins  # few runs name one

    return load_plugins(options.plugin)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := part.strip()))


def holder(options: Namespace) -> str:
    """The folder that holds all that the options name, with ``/`` at its end."""
    paths = [options.stdin_filename or "."] if options.paths == ["-"] else options.paths
    full = [os.path.abspath(path) for path in paths]
    try:
        holder = os.path.commonpath(full)
    except ValueError:  # several drives
        holder = full[0]
    return holder + os.sep if os.path.isdir(holder) else holder
