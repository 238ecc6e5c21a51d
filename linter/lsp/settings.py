"""What the user sets in the editor, under ``medlint``."""

from collections.abc import Mapping
from typing import Any

from linter.hints import nearest
from linter.value import Struct

SECTION = "medlint"
_CLIENT = frozenset({"path", "trace"})
"""Settings that an editor reads itself and sends along with ours."""


class Settings(Struct, frozen=True):
    """``config`` is a configuration file that stands for all others; ``grades`` shows the reading grade by section."""

    config: str = ""
    grades: bool = True


class SettingsError(Exception):
    """A setting that is refused; ``str()`` is one line."""


def read_settings(sent: Any) -> Settings:
    """The settings that a client has sent, with or without the section around them. Raises :class:`SettingsError`."""
    if isinstance(sent, Mapping) and SECTION in sent:
        sent = sent[SECTION]
    if sent is None:
        return Settings()
    if not isinstance(sent, Mapping):
        raise SettingsError(f"the settings '{SECTION}' cannot be {sent!r}")
    return Settings(**{key: _read(key, value) for key, value in sent.items() if key not in _CLIENT})


def _read(key: str, value: Any) -> Any:
    known = Settings.__struct_fields__
    if key not in known:
        raise SettingsError(f"no setting '{SECTION}.{key}'{nearest(key, known)}")
    usual = getattr(Settings(), key)
    if value is not None and (not isinstance(value, type(usual)) or "\0" in str(value)):
        raise SettingsError(f"the setting '{SECTION}.{key}' cannot be {value!r}")
    return usual if value is None else value
