"""Every regular expression of medlint takes linear time, whatever it reads."""

import re

import pytest

from fuzz.expressions import LENGTH, Searched, expressions, is_slow
from fuzz.tokens import SIGNS

PUMPS = [*SIGNS, "a ", '"\\', "'\\", ". ", "{ ", "<a ", "=a", "a.", "-a", "|-", "[1", "1,", "a1", "\n ", "\n\r"]
STARTS = ["", "a", "<a", "[a"]


@pytest.mark.parametrize("name", expressions())
def test_time_is_linear(name):
    slow = [
        (start, pump)
        for start in STARTS
        for pump in PUMPS
        if is_slow(expressions()[name], start + pump * (LENGTH // len(pump)) + "\x01")
    ]
    assert slow == []


@pytest.mark.parametrize(
    ("expression", "text"),
    [(r"(?:\.\.|\.)+x", "." * 28), (r" *$", " " * LENGTH + "a"), (r"\"(?:\\.|[^\"\\])*\"", '"\\' * (LENGTH // 2))],
)
def test_one_that_is_not_linear_is_seen(expression, text):
    assert is_slow(Searched(re.compile(expression), anchored=False), text)


def test_what_is_only_matched_at_a_place_is_not_searched():
    searched = Searched(re.compile(r" *x"), anchored=True)
    assert not is_slow(searched, " " * LENGTH)
