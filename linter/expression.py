"""Regular expressions that are compiled on first use.

Compiling an expression takes a hundred times as long as using it, and an article needs few of them. Flags are written
inline: ``(?is)``.
"""

from linter.typed import Pattern

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


def expression(text: str) -> "Pattern[str]":
    """Return a pattern that compiles itself on first use."""
    lazy: Pattern[str] = _Lazy(text)  # type: ignore[assignment] # has the methods of a pattern
    return lazy


class _Lazy:
    """A proxy for a compiled pattern that takes over its methods on first use."""

    def __init__(self, text: str) -> None:
        self.pattern = text

    def __getattr__(self, name: str) -> object:
        import re

        compiled = re.compile(self.pattern)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
