"""Patterns matched without the library give the same result as with it."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from linter.config.globs import decides, relative

NAMES = st.sampled_from(["a", "b", "drafts", "x.md", "a.b", ".venv", "-"])
PATHS = st.tuples(st.lists(NAMES, min_size=1, max_size=4), st.sampled_from(["", "/"])).map(
    lambda parts: "/".join(parts[0]) + parts[1]
)
PATTERNS = st.lists(
    st.tuples(
        st.sampled_from(["", "", "/", "*", "!", "**/"]),
        st.sampled_from(["", "*."]),
        st.lists(NAMES, min_size=1, max_size=2).map("/".join),
        st.sampled_from(["", "/", "/**", "/*"]),
    ).map("".join),
    max_size=3,
)


@settings(max_examples=500)
@given(PATTERNS, PATHS)
def test_same_as_the_library(patterns, path):
    assert decides(tuple(patterns), path) is GitIgnoreSpec.from_lines(patterns).check_file(path).include


@pytest.mark.parametrize(
    ("patterns", "path", "decision"),
    [
        (("drafts/",), "drafts/x.md", True),
        (("drafts/",), "sub/drafts/x.md", True),
        (("drafts/",), "drafts", None),
        (("/drafts",), "sub/drafts/x.md", None),
        (("sub/drafts",), "sub/drafts/deep/x.md", True),
        (("*.tmp.md",), "sub/x.tmp.md", True),
        (("drafts/*", "!drafts/keep.md"), "drafts/keep.md", False),
        (("a/**/x.md",), "a/b/c/x.md", True),
        ((), "x.md", None),
    ],
)
def test_examples(patterns, path, decision):
    assert decides(patterns, path) is decision


def test_relative():
    assert relative(f"{os.sep}a{os.sep}b{os.sep}c.md", f"{os.sep}a") == "b/c.md"
    assert relative("/ab/c.md", "/a") is None
    assert relative("/c.md", "/") == "c.md"


def test_an_odd_pattern_is_no_warning_of_the_library(recwarn):
    decides(("[[a]*.md",), "[b.md")
    assert list(recwarn) == []


def test_very_many_patterns_are_one_list():
    patterns = (*(f"old{number}/**/*.x{number}" for number in range(3_000)), "!old7/**/*.x7")
    assert [decides(patterns, path) for path in ("old9/a/b.x9", "old7/a/b.x7", "new/a.md")] == [True, False, None]


def test_a_pattern_without_end_is_refused():
    assert decides(("?" * 1_000,) * 9, "a") is None
    with pytest.raises(ValueError, match="longer than 1,000 characters"):
        decides(("*a" * 400_000,), "a")
