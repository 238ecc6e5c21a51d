"""Places in TOML: every key and item that the real parser finds has a place, and it is correct."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.config.toml_places import toml_places

TEXT = '''\
# a = 1 in a comment [x]
a = "text with = and [brackets] # no comment"
b.c."d e" = [1.5, 2026-11-22T10:00:00Z, [true, "x"], {k = "v", l = [1]},]
long = """
[not.a.header]
key = 1
"""
raw = \'\'\'
[[no]]\'\'\'

[t]
x = 1
[ "quoted.name" . y ]
z = {}
[[many]]
n = 1
[many.sub]
s = -1
[[many]]
n = [
  # one
  "one", # two
  "two"
]
[[many.deep]]
q = 1
'''


def paths(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from paths(inner, (*path, number))


def test_every_path_has_a_place():
    assert set(paths(tomllib.loads(TEXT))) - {()} == set(toml_places(TEXT))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), "a = "),
        (("b", "c", "d e", 2, 1), '"x"]'),
        (("b", "c", "d e", 3, "l"), "l = [1]"),
        (("quoted.name", "y", "z"), "z = {}"),
        (("many", 1, "n", 1), '"two"\n'),
        (("many", 1, "deep", 0, "q"), "q = 1"),
    ],
)
def test_places(path, line):
    assert TEXT[toml_places(TEXT)[path] :].startswith(line)


@given(st.text(alphabet="[]{}=,.'\"\\\n#a1 -", max_size=40))
def test_anything(text):
    places = toml_places(text)
    try:
        known = set(paths(tomllib.loads(text))) - {()}
    except tomllib.TOMLDecodeError:
        return
    assert known == set(places)
