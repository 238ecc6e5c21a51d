"""JSON that we wrote ourselves, read without ``json``: to load that takes longer than all that a short run reads."""

from types import SimpleNamespace

from linter.typed import Any

try:
    from _json import make_scanner
except ImportError:  # a Python whose standard library has no parts in C
    from json import JSONDecoder

    _scan = JSONDecoder().scan_once  # type: ignore[attr-defined]
else:
    _PLAIN = {"strict": True, "object_hook": None, "object_pairs_hook": None}
    _NUMBERS = {"parse_float": float, "parse_int": int, "parse_constant": float}
    _scan = make_scanner(SimpleNamespace(**_PLAIN, **_NUMBERS))  # type: ignore[arg-type] # a decoder, no more of it


def value_of(text: str) -> Any:
    """The value of a text without white space around it. Raises ``ValueError`` for other texts."""
    try:
        value, end = _scan(text, 0)
    except (StopIteration, SystemError):  # the latter from Python 3.13, which asks for json's error and finds no json
        raise ValueError("no JSON") from None
    if end != len(text):
        raise ValueError("more than JSON")
    return value
