"""Edits applied to texts: overlaps, order, rounds, idempotence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.fixes import apply_fixes
from linter.source import Span
from linter.value import replace
from linter.violation import Edit, Suppression
from tests.findings import finding


def linter_of(swaps, safe=True, insertions=()):
    """A linter that replaces words, and requires some sentences in the text."""

    def lint(text):
        for word, other in swaps.items():
            for found in re.finditer(re.escape(word), text):
                one = finding("a.md", "SAF001", word, start=found.start())
                yield replace(one, fix=Edit(Span(found.start(), found.end()), other, safe))
        for sentence in insertions:
            if sentence not in text:
                yield replace(finding("a.md", "FDA001", text[:1]), fix=Edit(Span(1, 1), f"\n\n{sentence}\n", False))

    return lambda text: tuple(lint(text))


def test_all_of_it():
    fixed = apply_fixes("so bad, so bad", linter_of({"bad": "good"}))
    assert fixed.text == "so good, so good"
    assert len(fixed.applied) == 2
    assert fixed.remaining == ()


def test_an_edit_that_resolves_several_findings_is_one_edit():
    fixed = apply_fixes("Ask.", linter_of({}, insertions=["It is new.", "It is new."]), suggested=True)
    assert (len(fixed.applied), fixed.resolved) == (1, 2)


def test_of_overlapping_edits_the_first_and_then_the_rest():
    assert apply_fixes("abc", linter_of({"ab": "x", "bc": "y"})).text == "xc"


def test_a_fixed_text_is_checked_again():
    assert apply_fixes("one", linter_of({"one": "two", "two": "three"})).text == "three"


def test_rules_that_undo_each_other_come_to_an_end():
    assert apply_fixes("one", linter_of({"one": "two", "two": "one"})).text in ("one", "two")


def test_a_text_that_grows_comes_to_an_end():
    assert 1 < len(apply_fixes("a", linter_of({"a": "aa"})).text) < 30_000


def test_drafts_only_when_asked():
    lint = linter_of({"bad": "good"}, safe=False, insertions=("Not approved.",))
    assert apply_fixes("bad", lint).text == "bad"
    assert apply_fixes("bad", lint, suggested=True).text == "g\n\nNot approved.\nood"


def test_what_is_present_is_not_inserted_again():
    def lint(text):  # a rule that reports its own draft
        return [replace(finding("a.md", "FDA001", "a"), fix=Edit(Span(1, 1), "\n\nNot approved.\n", False))]

    once = apply_fixes("a", lint, suggested=True).text
    assert once == "a\n\nNot approved.\n"
    assert apply_fixes(once, lint, suggested=True).text == once


def test_one_draft_may_answer_two_findings():
    def lint(text):
        if "Not approved." in text:
            return []
        edit = Edit(Span(1, 1), "\n\nNot approved.\n", False)
        other = replace(edit, text="\n\nNot approved at all.\n")
        return [replace(finding("a.md", code, "a"), fix=fix) for code, fix in (("A", edit), ("B", other))]

    assert apply_fixes("a", lint, suggested=True).text == "a\n\nNot approved.\n"


def test_what_is_suppressed_stays():
    def lint(text):
        (one,) = linter_of({"bad": "good"})(text)
        return [replace(one, suppressed=Suppression("comment", "a letter"))]

    assert apply_fixes("bad", lint).text == "bad"


words = st.text("abc ", max_size=30)
swaps = st.dictionaries(st.text("abc", min_size=1, max_size=3), st.text("xyz", max_size=3), max_size=5)


@given(words, swaps)
def test_fixing_twice_is_fixing_once(text, swaps):
    once = apply_fixes(text, linter_of(swaps))
    twice = apply_fixes(once.text, linter_of(swaps))
    assert twice.text == once.text
    assert twice.applied == ()


@given(words, swaps)
def test_nothing_but_the_edits_changes(text, swaps):
    fixed = apply_fixes(text, linter_of(swaps)).text
    kept = re.sub("[xyz]", "", fixed)
    # the rest of the text is unchanged and in order
    letters = iter(text)
    assert all(letter in letters for letter in kept)


@pytest.mark.parametrize("text", ["", "clean", "ünï 😀"])
def test_a_clean_text_stays(text):
    fixed = apply_fixes(text, linter_of({"bad": "good"}))
    assert (fixed.text, fixed.applied) == (text, ())
