"""Locate each key and list item of a TOML file, for errors and ``medlint config``."""

from collections.abc import Iterator

from linter.expression import expression
from linter.typed import Any
from linter.value import Struct

Path = tuple[str | int, ...]
_TOKEN = expression(
    r"""(?xs)(?P<skip>[ \t]+|\#[^\n]*)
    |(?P<line>\r?\n)
    |(?P<word>\"{3}(?:\\.|[^\\])*?(?:\"{3,5}|\Z)|'{3}.*?(?:'{3,5}|\Z)|(?<!\\)\"(?:\\.|[^\"\\\n])*+\"|'[^'\n]*'|[A-Za-z0-9_+:-]+)
    |(?P<mark>.)"""
)


class _Token(Struct, frozen=True):
    kind: str
    text: str
    start: int


def toml_places(text: str) -> dict[Path, int]:
    """Map the path of every key and list item to its offset in a text that is valid TOML."""
    return _Walk(text).places


class _Walk:
    """A single pass over the tokens. Invalid TOML yields fewer places, never an error."""

    def __init__(self, text: str) -> None:
        self.places: dict[Path, int] = {}
        self._tables: dict[Path, int] = {}
        self._tokens = list(_tokens(text))
        self._at = 0
        table: Path = ()
        while (token := self._next()).kind != "end":
            if token.text == "[":
                table = self._header(token)
            elif token.kind == "word":
                self._at -= 1
                self._entry(table)

    def _next(self) -> _Token:
        token = self._tokens[self._at]
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def _key(self, until: str) -> Iterator[_Token]:
        """Yield the parts of a dotted key, and consume the mark that ends it."""
        while (token := self._next()).kind not in ("end", "line") and token.text != until:
            if token.kind == "word":
                yield token

    def _header(self, first: _Token) -> Path:
        many = self._tokens[self._at].text == "["
        if many:
            self._next()
        parts = list(self._key("]"))
        table: Path = ()
        for part in parts:
            table = (*table, _plain(part.text))
            self.places.setdefault(table, part.start)
            if part is parts[-1] and many:
                self._tables[table] = self._tables.get(table, -1) + 1
            if table in self._tables:
                table = (*table, self._tables[table])
                self.places.setdefault(table, first.start)
        if many:
            self._next()
        return table

    def _entry(self, table: Path) -> None:
        for part in self._key("="):
            table = (*table, _plain(part.text))
            self.places.setdefault(table, part.start)
        self._value(table)

    def _value(self, path: Path) -> None:
        token = self._next()
        if token.text == "[":
            self._list(path)
        elif token.text == "{":
            while (inner := self._next()).text != "}" and inner.kind != "end":
                if inner.kind == "word":
                    self._at -= 1
                    self._entry(path)
        elif token.kind != "end":
            # numbers and dates may be several tokens
            while self._tokens[self._at].kind not in ("end", "line") and self._tokens[self._at].text not in ",]}":
                self._next()

    def _list(self, path: Path) -> None:
        number = 0
        while (token := self._next()).text != "]" and token.kind != "end":
            if token.kind != "line" and token.text != ",":
                self._at -= 1
                self.places[*path, number] = token.start
                self._value((*path, number))
                number += 1


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        kind: Any = found.lastgroup
        if kind != "skip":
            yield _Token(kind, found.group(), found.start())
    yield _Token("end", "", len(text))


def _plain(key: str) -> str:
    if key[0] in "\"'":
        import tomllib

        try:
            return str(tomllib.loads(f"k = {key}")["k"])
        except tomllib.TOMLDecodeError:
            return key
    return key
