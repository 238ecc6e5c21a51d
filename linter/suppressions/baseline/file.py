"""The file of a baseline: JSON with a line for each wording."""

import json

from linter.files.data import DataFileError
from linter.files.regular import open_regular
from linter.suppressions.baseline import Baseline, Wording
from linter.typed import Path

_VERSION = 1
MAX_BYTES = 50_000_000
"""What more than half a million findings take."""


class BaselineError(DataFileError):
    """A baseline that cannot be read; the message is one line with the file's name."""


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file. Raises :class:`BaselineError`."""
    try:
        with open_regular(file) as stream:
            text = stream.read(MAX_BYTES + 1)
        if len(text) > MAX_BYTES:
            raise BaselineError(f"{file}:1:1: larger than {MAX_BYTES:,} bytes")
        data = json.loads(text)
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
        raise BaselineError(f"{place}: {error.msg}, so it is no baseline; 'medlint baseline' writes one") from None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise BaselineError(f"{file}:1:1: is no baseline; 'medlint baseline' writes one") from None


def _read_entry(file: Path, path: str, entry: str) -> tuple[Wording, tuple[int, int]]:
    try:
        code, name, opened, every = entry.split(" ")
        return (code, name), (int(opened), int(every))
    except (ValueError, AttributeError):
        raise BaselineError(f"{file}:1:1: articles, {path}: {entry!r} is no 'CODE wording open all'") from None


def baseline_text(baseline: Baseline) -> str:
    """The file of a baseline: a line for each wording, in order, so that it can be reviewed and merged."""
    data = {
        "medlint_baseline": _VERSION,
        "written": baseline.written,
        "by": baseline.by,
        "reason": baseline.reason,
        "articles": {
            path: [f"{code} {name} {opened} {every}" for (code, name), (opened, every) in sorted(counts.items())]
            for path, counts in sorted(baseline.articles.items())
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
