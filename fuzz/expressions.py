"""The regular expressions of medlint, and whether one takes more than linear time."""

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
ALLOWED = 0.005
"""CPU seconds for a text of that length: a linear expression needs less than one thousandth, a quadratic one tens."""


BOUNDED = {"linter.language.sentences._LAST_WORD"}
"""Expressions that are searched in a few characters only."""


class Searched(Struct, frozen=True):
    """An expression, and whether it is only matched at a place, never searched for."""

    expression: re.Pattern[Any]
    anchored: bool


@cache
def expressions() -> "Mapping[str, Searched]":
    """Every expression that a module of medlint holds, by module and name."""
    return dict(_found())


def _found() -> Iterator[tuple[str, Searched]]:
    for info in pkgutil.walk_packages(linter.__path__, "linter."):
        if not info.name.endswith("__main__"):
            module = importlib.import_module(info.name)
            source = inspect.getsource(module)
            for name, value in vars(module).items():
                for number, each in enumerate(_each(value)):
                    if isinstance(each, _KINDS) and f"{info.name}.{name}" not in BOUNDED:
                        yield (
                            f"{info.name}.{name}.{number}",
                            Searched(re.compile(each.pattern, getattr(each, "flags", 0)), _is_anchored(name, source)),
                        )


def _each(value: object) -> tuple[Any, ...]:
    if isinstance(value, Mapping):
        return tuple(value.values())
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _is_anchored(name: str, source: str) -> bool:
    """Whether a module asks an expression only for a match at a given place."""
    uses = set(re.findall(rf"\b{name}\b(?! = )(?:\.(\w+)\()?", source))
    return uses <= {"match", "fullmatch"}


def only_linear(text: str) -> None:
    """Every regular expression of medlint over one text whose last characters are repeated: time must be linear."""
    slow = [name for name, searched in expressions().items() if is_slow(searched, pumped(text))]
    assert not slow, f"not linear: {slow}"


def pumped(text: str) -> str:
    """A text whose last one to three characters are repeated, and which ends with a character of no expression."""
    size = 1 + len(text) % 3
    pump = text[-size:] or " "
    return text + pump * (LENGTH // len(pump)) + "\x01"


def is_slow(searched: Searched, text: str) -> bool:
    """Whether an expression takes more than :data:`ALLOWED` on a text, three times in a row."""
    return all(_seconds(searched, text) > ALLOWED for _ in range(3))


def _seconds(searched: Searched, text: str) -> float:
    given: Any = text.encode() if isinstance(searched.expression.pattern, bytes) else text
    started = time.thread_time()
    if not searched.anchored:
        for _ in searched.expression.finditer(given):
            pass
    searched.expression.match(given)
    searched.expression.fullmatch(given)
    return time.thread_time() - started
