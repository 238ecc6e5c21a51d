"""Regular expressions that are compiled when they are first used.

Compiling an expression takes a hundred times as long as using it, and of those that the modules hold an article needs
few. Flags stand in the text: ``(?is)``.
"""

from linter.typed import Pattern

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


def expression(text: str) -> "Pattern[str]":
    """An expression with the methods of a compiled one."""
    lazy: Pattern[str] = _Lazy(text)  # type: ignore[assignment] # it becomes one when used
    return lazy


class _Lazy:
    """Stands for a compiled expression, and has its methods from the first use on."""

    def __init__(self, text: str) -> None:
        self.pattern = text

    def __getattr__(self, name: str) -> object:
        import re

        compiled = re.compile(self.pattern)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
