"""The editor settings of the user, under ``medlint``."""

from collections.abc import Mapping
from typing import Any

from linter.hints import nearest
from linter.value import Struct

SECTION = "medlint"
_CLIENT = frozenset({"path", "trace"})
"""Settings for the editor itself, which it sends along with ours."""


class Settings(Struct, frozen=True):
    """``config`` is a configuration file that replaces all others; ``grades`` shows the reading grade of sections."""

    config: str = ""
    grades: bool = True


class SettingsError(Exception):
    """A setting is invalid; ``str()`` is one line."""


def read_settings(received: Any) -> Settings:
    """Read the settings sent by a client, with or without the section around them. Raises :class:`SettingsError`."""
    if isinstance(received, Mapping) and SECTION in received:
        received = received[SECTION]
    if received is None:
        return Settings()
    if not isinstance(received, Mapping):
        raise SettingsError(f"the settings '{SECTION}' cannot be {received!r}")
    return Settings(**{key: _read(key, value) for key, value in received.items() if key not in _CLIENT})


def _read(key: str, value: Any) -> Any:
    known = Settings.__struct_fields__
    if key not in known:
        raise SettingsError(f"no setting '{SECTION}.{key}'{nearest(key, known)}")
    default = getattr(Settings(), key)
    if value is not None and (not isinstance(value, type(default)) or "\0" in str(value)):
        raise SettingsError(f"the setting '{SECTION}.{key}' cannot be {value!r}")
    return default if value is None else value
