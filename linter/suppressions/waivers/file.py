"""The waivers file: read as plain data, written so that its comments and its order stay."""

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
    """The waivers in a file. Raises ``linter.files.data.DataFileError``."""
    entries = read_entries(file, KEY, FIELDS)
    return tuple(Waiver(**{**entry, "excerpt": entry["excerpt"] or ""}) for entry in entries)


def with_waivers(file: Path, waivers: Iterable[Waiver]) -> str:
    """The text of the file with further waivers; one of a fingerprint that is there takes its place.

    Comments, order, quotes and indents of the file stay. Raises ``linter.files.data.DataFileError``.
    """
    content = _content(file)
    for waiver in waivers:
        entry = {name: value for name in FIELDS if (value := getattr(waiver, name)) != ""}
        entry["until"] = waiver.until.replace()  # a day that several share would be written as an alias
        old = next((one for one in content[KEY] if one["fingerprint"] == waiver.fingerprint), None)
        if old is None:
            content[KEY].append(entry)
        else:
            old.update(entry)
    return _written(file, content)


def with_moved(file: Path, names: Mapping[str, tuple[str, str]]) -> str:
    """The text of the file with the paths and fingerprints of today; ``names`` maps fingerprints to both."""
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
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # only the command that writes needs it

    content = None
    if file.exists():
        read_waivers(file)  # nothing is added to a file that the next run would refuse
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
    """How far the dashes of the list are indented: as the file has it, else two columns."""
    entries = (read_yaml(file, positions=True) or {}).get(KEY) if file.exists() else None
    # a sequence's own column is that of its dashes
    return int(entries.lc.col) if entries else 2
