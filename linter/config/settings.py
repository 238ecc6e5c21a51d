"""The settings of configuration files, as values."""

from collections.abc import Mapping

from linter.typed import Any
from linter.value import EMPTY, Struct
from linter.violation import Severity


class ArticleSettings(Struct, frozen=True):
    """Settings for checking articles: all of them, or those with certain paths."""

    jurisdictions: tuple[str, ...] | None = None
    profile: Mapping[str, str] = EMPTY
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = EMPTY
    options: Mapping[str, Mapping[str, Any]] = EMPTY
    unsuppressible: tuple[str, ...] = ()
    copy_keys: tuple[str, ...] = ()
    code_keys: tuple[str, ...] = ()


class Override(ArticleSettings, frozen=True):
    """Settings for certain paths."""

    paths: tuple[str, ...] = ()


class ConfigFile(ArticleSettings, frozen=True):
    """A configuration file. Its keys are described in ``schema.json``."""

    extends: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Severity | None = None
    max_warnings: int | None = None
    formats: tuple[str, ...] | None = None
    waivers: str | None = None
    baseline: str | None = None
    claims: str | None = None
    overrides: tuple[Override, ...] = ()


def config_file(data: Mapping[str, Any]) -> ConfigFile:
    """Convert data that match the schema."""
    fields = _fields(data)
    if isinstance(fields.get("extends"), str):
        fields["extends"] = (fields["extends"],)
    if "fail_on" in fields:
        fields["fail_on"] = Severity(fields["fail_on"])
    if "overrides" in fields:
        fields["overrides"] = tuple(Override(**_fields(entry)) for entry in fields["overrides"])
    return ConfigFile(**fields)


def _fields(data: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value for key, value in data.items()
    }
    if "severity" in fields:
        fields["severity"] = {name: Severity(level) for name, level in fields["severity"].items()}
    return fields
