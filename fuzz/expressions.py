"""Check that no regular expression of medlint takes more than linear time."""

import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import linter
from linter.expression import expression
from linter.value import Struct

LENGTH = 4_000
_KINDS = (re.Pattern, type(expression("")))
MAX_SECONDS = 0.005
"""CPU time limit for a text of :data:`LENGTH`: a linear expression needs under 1 ms, a quadratic one tens."""


BOUNDED = {"linter.language.sentences._LAST_WORD"}
"""Expressions that are only applied to a few characters."""


class Searched(Struct, frozen=True):
    """An expression, and whether it is only matched at a given position, never searched for."""

    expression: re.Pattern[Any]
    anchored: bool


@cache
def expressions() -> "Mapping[str, Searched]":
    """All expressions in the modules of medlint, by module and name."""
    return dict(_found())


def _found() -> Iterator[tuple[str, Searched]]:
    for info in pkgutil.walk_packages(linter.__path__, "linter."):
        if not info.name.endswith("__main__"):
            module = importlib.import_module(info.name)
            source = inspect.getsource(module)
            for name, value in vars(module).items():
                for number, item in enumerate(_each(value)):
                    if isinstance(item, _KINDS) and f"{info.name}.{name}" not in BOUNDED:
                        plain = re.compile(item.pattern, getattr(item, "flags", 0))
                        yield f"{info.name}.{name}.{number}", Searched(plain, _is_anchored(name, source))


def _each(value: object) -> tuple[Any, ...]:
    if isinstance(value, Mapping):
        return tuple(value.values())
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _is_anchored(name: str, source: str) -> bool:
    """Whether a module only matches an expression at a given position."""
    uses = set(re.findall(rf"\b{name}\b(?! = )(?:\.(\w+)\()?", source))
    return uses <= {"match", "fullmatch"}


def only_linear(text: str) -> None:
    """Apply all expressions to a text whose last characters are repeated; the time must be linear."""
    slow = [name for name, searched in expressions().items() if is_slow(searched, pumped(text))]
    assert not slow, f"not linear: {slow}"


def pumped(text: str) -> str:
    """Repeat the last one to three characters of a text, and append a character that no expression has."""
    size = 1 + len(text) % 3
    pump = text[-size:] or " "
    return text + pump * (LENGTH // len(pump)) + "\x01"


def is_slow(searched: Searched, text: str) -> bool:
    """Whether an expression takes longer than :data:`MAX_SECONDS` on a text, three times in a row."""
    return all(_seconds(searched, text) > MAX_SECONDS for _ in range(3))


def _seconds(searched: Searched, text: str) -> float:
    subject: Any = text.encode() if isinstance(searched.expression.pattern, bytes) else text
    started = time.thread_time()
    if not searched.anchored:
        for _ in searched.expression.finditer(subject):
            pass
    searched.expression.match(subject)
    searched.expression.fullmatch(subject)
    return time.thread_time() - started
