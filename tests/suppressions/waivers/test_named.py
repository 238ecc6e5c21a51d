"""Findings named on the command line: what a name matches, and the error if it matches none or several."""

import os

import pytest

from linter.source import Position
from linter.suppressions.waivers.named import NamingError, Place, find_finding, parse_names
from linter.value import replace
from tests.findings import finding


def placed(code, line, column, fingerprint):
    return replace(finding("a/b.md", code, "cures"), start=Position(line, column), fingerprint=fingerprint)


FOUND = (
    placed("EFF001", 7, 10, "3f2a91c07b5d4e68"),
    placed("EFF001", 7, 40, "3f2a11c07b5d4e68"),
    placed("SAF001", 9, 1, "effa000000000000"),
)

STANDS_FOR = {
    "a fingerprint": (["3f2a91c07b5d4e68"], [0]),
    "its beginning": (["3f2a9"], [0]),
    "several": (["effa", "3f2a1"], [2, 1]),
    "a line": (["a/b.md:9", "SAF001"], [2]),
    "a line and a rule's name": (["a/b.md:9", "a-rule"], [2]),
    "a column": (["./a/b.md:7:40", "EFF001"], [1]),
    "places and fingerprints": (["a/b.md:7:10", "EFF001", "effa", "a/b.md:9", "SAF001"], [0, 2, 2]),
}


@pytest.mark.parametrize(("arguments", "expected"), STANDS_FOR.values(), ids=STANDS_FOR)
def test_a_name(arguments, expected):
    names = list(parse_names(arguments))
    assert [find_finding(name, FOUND, os.path.normpath) for name in names] == [FOUND[index] for index in expected]


REFUSED = {
    "several findings": (
        ["3f2a"],
        "3f2a matches 2 findings; choose one of 3f2a91c07b5d4e68 (a/b.md:7:10 EFF001); 3f2a11",
    ),
    "several in a line": (["a/b.md:7", "EFF001"], "a/b.md:7 EFF001 matches 2 findings; choose one of 3f2a91c07b5d4e68"),
    "too short": (["eff"], "no finding eff here"),
    "no such beginning": (["effb"], "no finding effb here; reports show"),
    "another rule": (
        ["a/b.md:7:40", "SAF001"],
        "no finding a/b.md:7:40 SAF001 here; there: EFF001; its rule has findings at 9:1; reports",
    ),
    "another file": (["b.md:9", "SAF001"], "no finding b.md:9 SAF001 here; reports show"),
    "another column": (["a/b.md:9:2", "SAF001"], "no finding a/b.md:9:2 SAF001 here"),
    "no rule": (["a/b.md:9"], "a/b.md:9: add the rule's code after the place, as in 'a/b.md:9 EFF001'"),
}


@pytest.mark.parametrize(("arguments", "problem"), REFUSED.values(), ids=REFUSED)
def test_a_name_that_is_refused(arguments, problem):
    with pytest.raises(NamingError) as raised:
        [find_finding(name, FOUND, os.path.normpath) for name in parse_names(arguments)]
    assert str(raised.value).startswith(problem)


def test_a_path_with_colons():
    assert list(parse_names(["C:/a:1.md:7:2", "EFF001"])) == [Place("C:/a:1.md", 7, 2, "EFF001")]
