"""The baseline file: JSON with a line for each wording."""

import json
from collections import Counter

from linter.expression import expression
from linter.files.data import DataFileError
from linter.files.regular import open_regular
from linter.suppressions.baseline import Baseline, Wording
from linter.typed import Any, Path

_VERSION = 1
_ENTRY = expression(r"([^ ]+) ([^ ]+) ([0-9]{1,18}) ([0-9]{1,18})")
MAX_BYTES = 50_000_000
"""Enough for more than half a million findings."""


class _TwiceError(ValueError):
    """A duplicate key in a mapping, as a manual merge may leave it: one of the two would be ignored."""


class BaselineError(DataFileError):
    """A baseline cannot be read; the message is one line with the file's name."""


def read_baseline(file: Path) -> Baseline:
    """Read the baseline from a file. Raises :class:`BaselineError`."""
    try:
        with open_regular(file) as stream:
            text = stream.read(MAX_BYTES + 1)
        if len(text) > MAX_BYTES:
            raise BaselineError(f"{file}:1:1: larger than {MAX_BYTES:,} bytes")
        data = json.loads(text, object_pairs_hook=_distinct)
        if data["medlint_baseline"] != _VERSION:
            raise BaselineError(f"{file}:1:1: is a baseline of version {data['medlint_baseline']}, not {_VERSION}")
        articles = {
            path: dict(_read_entry(file, path, entry) for entry in entries)
            for path, entries in data["articles"].items()
        }
        return Baseline(str(data["written"]), articles, str(data["by"]), str(data["reason"]))
    except OSError as error:
        raise BaselineError(f"cannot read the baseline {file}: {error.strerror or error}") from None
    except json.JSONDecodeError as error:
        place = f"{file}:{error.lineno}:{error.colno}"
        raise BaselineError(f"{place}: not a baseline ({error.msg}); 'medlint baseline' writes one") from None
    except _TwiceError as error:
        raise BaselineError(f"{file}:1:1: {error} is there twice; merge the two") from None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise BaselineError(f"{file}:1:1: not a baseline; 'medlint baseline' writes one") from None


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        raise _TwiceError(repr(Counter(key for key, _ in pairs).most_common(1)[0][0]))
    return mapping


def _read_entry(file: Path, path: str, entry: Any) -> tuple[Wording, tuple[int, int]]:
    found = _ENTRY.fullmatch(entry) if isinstance(entry, str) else None
    if found is None or not 0 < int(found[3]) <= int(found[4]):
        raise BaselineError(f"{file}:1:1: articles, {path}: {entry!r} is not 'CODE wording open all'")
    return (found[1], found[2]), (int(found[3]), int(found[4]))


def baseline_text(baseline: Baseline) -> str:
    """Format a baseline with a line for each wording, sorted, so that it can be reviewed and merged."""
    data = {
        "medlint_baseline": _VERSION,
        "written": baseline.written,
        "by": baseline.by,
        "reason": baseline.reason,
        "articles": {
            path: [f"{code} {name} {open_} {total}" for (code, name), (open_, total) in sorted(counts.items())]
            for path, counts in sorted(baseline.articles.items())
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
