"""The waivers file: read as plain data, written with its comments and order preserved."""

import io
from collections.abc import Iterable, Mapping

from linter.files.data import read_yaml
from linter.files.records import Field, read_entries
from linter.suppressions.waivers import Waiver
from linter.typed import Any, Path

KEY = "waivers"
FIELDS = {
    "fingerprint": Field("text", required=True),
    "path": Field("text", required=True),
    "code": Field("text", required=True),
    "excerpt": Field("text"),
    "reason": Field("text", required=True),
    "by": Field("text", required=True),
    "until": Field("date", required=True),
}
_HEAD = "Findings that were accepted by name. 'medlint waive' adds to this file."


def read_waivers(file: Path) -> tuple[Waiver, ...]:
    """Read the waivers from a file. Raises ``linter.files.data.DataFileError``."""
    entries = read_entries(file, KEY, FIELDS)
    return tuple(Waiver(**{**entry, "excerpt": entry["excerpt"] or ""}) for entry in entries)


def with_waivers(file: Path, waivers: Iterable[Waiver]) -> str:
    """Return the text of the file with waivers added; one with the same fingerprint is replaced.

    Comments, order, quotes and indentation are preserved. Raises ``linter.files.data.DataFileError``.
    """
    content = _content(file)
    for waiver in waivers:
        entry = {name: value for name in FIELDS if (value := getattr(waiver, name)) != ""}
        entry["until"] = waiver.until.replace()  # a copy: a shared date object would be written as a YAML alias
        old = next((entry for entry in content[KEY] if entry["fingerprint"] == waiver.fingerprint), None)
        if old is None:
            content[KEY].append(entry)
        else:
            old.update(entry)
    return _written(file, content)


def with_moved(file: Path, names: Mapping[str, tuple[str, str]]) -> str:
    """Return the text of the file with new paths and fingerprints; ``names`` maps old fingerprints to both."""
    content = _content(file)
    for entry in content[KEY]:
        if entry["fingerprint"] in names:
            entry["path"], entry["fingerprint"] = names[entry["fingerprint"]]
    return _written(file, content)


def _written(file: Path, content: Any) -> str:
    stream = io.StringIO()
    _writer(file).dump(content, stream)
    return stream.getvalue()


def _content(file: Path) -> Any:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # needed only for writing

    content = None
    if file.exists():
        read_waivers(file)  # refuse to add to a file that the next run could not read
        content = _writer(file).load(file.read_bytes().decode("utf-8-sig"))
    if content is None:
        content = CommentedMap()
        content.yaml_set_start_comment(_HEAD)
    if content.get(KEY) is None:
        content[KEY] = CommentedSeq()
    return content


def _writer(file: Path) -> Any:
    from linter.files.yaml_values import writer  # as above

    offset = _offset(file)
    return writer(offset + 2, offset)


def _offset(file: Path) -> int:
    """The indentation of the list's dashes: that of the file, else two columns."""
    entries = (read_yaml(file, positions=True) or {}).get(KEY) if file.exists() else None
    # the column of a sequence is that of its dashes
    return int(entries.lc.col) if entries else 2
