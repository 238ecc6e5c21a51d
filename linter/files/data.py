"""Data files that people write (rules, lexicons, configurations): safe YAML, errors with line and column."""

import codecs
import os
from collections.abc import Mapping

from linter.files.regular import open_regular
from linter.typed import TYPE_CHECKING, Any, Path

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MAX_BYTES = 1_000_000
MAX_NODES = 200_000
_MAX_LENGTH = 1_000
"""Maximum characters of a message. A longer one quotes a long value, so its middle is cut."""
MAX_MISTAKES = 20
"""Maximum mistakes reported at once."""
_PLAIN = {
    "but found '<block": "this line is not indented like those above it",
    "but found '<scalar>'": "text after a closing quote, or a quote that is not closed",
    "mapping values are not allowed": "a second colon; indent this line like the one above, or quote text with a colon",
    "found character '\\t'": "a tab; indent with spaces",
    "expected ',' or": "a comma is missing, or text that contains brackets or commas is not in quotes",
    "could not find expected ':'": "a key without a colon and a space after it",
    "while scanning a quoted scalar": "a quote is not closed",
}
"""What errors of the YAML parser mean to people who know little of YAML; others are shown as they are."""


class DataFileError(Exception):
    """A file is invalid; ``str()`` is one line, ``file:line:column: what is wrong``.

    ``lines`` holds that line and one for each further mistake.
    """

    def __init__(self, first: str, *further: str) -> None:
        self.lines = tuple(map(_in_one_line, (first, *further[: MAX_MISTAKES - 1])))
        if len(further) >= MAX_MISTAKES:
            self.lines += (f"… and {len(further) - MAX_MISTAKES + 1} more mistakes",)
        super().__init__(self.lines[0])


def _in_one_line(message: str) -> str:
    line = " ".join(message.splitlines())  # a value quoted from the file may contain line breaks
    return line if len(line) <= _MAX_LENGTH else f"{line[:500]} … {line[-300:]}"


def read_text(file: "Traversable | Path") -> str:
    """Return the text of a file. Raises :class:`DataFileError` if it cannot be read, is too large or is not UTF-8."""
    try:
        with open_regular(file) if isinstance(file, os.PathLike) else file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise DataFileError(f"{file}: {error.strerror}") from None
    except OSError as error:
        raise DataFileError(f"{file}:1:1: {error.strerror or error}") from None
    if len(data) > MAX_BYTES:
        raise DataFileError(f"{file}:1:1: larger than {MAX_BYTES:,} bytes")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise DataFileError(f"{file}:1:1: is in UTF-16; save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = place_at(data[: error.start].decode("utf-8-sig"))
        raise DataFileError(
            f"{file}:{place}: byte {data[error.start]:#x} is not UTF-8; save the file as UTF-8"
        ) from None
    before, nul, _ = text.partition("\0")
    if nul:
        raise DataFileError(f"{file}:{place_at(before)}: a NUL character, so this is not text; save it as UTF-8 text")
    return text


def place_at(before: str) -> str:
    """Return the ``line:column`` of the character after the text ``before``."""
    lines = before.split("\n")
    return f"{len(lines)}:{len(lines[-1]) + 1}"


def read_yaml(file: "Traversable | Path", positions: bool = False) -> Any:
    """Return the content of a YAML file. Raises :class:`DataFileError`.

    ``positions`` keeps line numbers (ruamel's round-trip mode) and takes four times as long: only for error messages.
    """
    return parse_yaml(read_text(file), str(file), positions)


def parse_yaml(text: str, file: str, positions: bool = False) -> Any:
    """Return the content of YAML text as :func:`read_yaml` does; ``file`` is the name for error messages."""
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # a run with compiled rules reads no YAML
    from ruamel.yaml.reader import ReaderError

    from linter.files.yaml_values import reader

    try:
        return reader(positions).load(text)
    except RecursionError:
        raise DataFileError(f"{file}:1:1: too deeply nested") from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise DataFileError(f"{file}:{place}: {_plain(str(error.problem or error.context))}") from None
    except ReaderError as error:
        raise DataFileError(f"{file}:{place_at(text[: error.position])}: {str(error).splitlines()[0]}") from None
    except YAMLError as error:
        raise DataFileError(f"{file}:1:1: {str(error).splitlines()[0]}") from None


def _plain(problem: str) -> str:
    return next((plain for said, plain in _PLAIN.items() if said in problem), problem)


def too_large(content: Any) -> bool:
    """Return whether content, with its aliases expanded, exceeds ``MAX_NODES`` values (an alias bomb)."""
    stack, count = [content], 0
    while stack:
        node = stack.pop()
        count += 1
        if count > MAX_NODES:
            return True
        if isinstance(node, Mapping):
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    return False


def yaml_place(content: Any, path: tuple[Any, ...]) -> tuple[int, int]:
    """Return the 1-based line and column of the deepest existing part of a path in content read with positions."""
    line, column = 1, 1
    node = content
    for part in path:
        marks = getattr(node, "lc", None)
        try:
            if isinstance(node, Mapping):
                found = marks.key(part) if marks is not None and part in node else None
            else:
                found = marks.item(part) if marks is not None else None
            if found is None:
                break
            line, column = found[0] + 1, found[1] + 1
            node = node[part]
        except (KeyError, IndexError, TypeError, AttributeError):
            break
    return line, column
