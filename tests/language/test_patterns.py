import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language.patterns import END, START, Pattern, PatternError, expand


def wordings(text):
    return {(*pattern.before, *pattern.anchor, *pattern.after) for pattern in expand(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no side effects", {("no", "side", "effects")}),
        ("(no|zero) down-time", {("no", "down", "time"), ("zero", "down", "time")}),
        ("very? safe", {("very", "safe"), ("safe",)}),
        ("heal* you", {("heal*", "you")}),
        ("works (for (all|every one))?", {("works",), ("works", "for", "all"), ("works", "for", "every", "one")}),
        ("^ cure $", {(START, "cure", END)}),
        ("from $ #", {("from", "$", "#")}),
        ("<effect.cure> in # days", {("<effect.cure>", "in", "#", "days")}),
        ("cures ...3 for good", {("cures", "...3", "for", "good")}),
        ("it's not", {("it", "'s", "not")}),
    ],
)
def test_expansion(text, expected):
    assert wordings(text) == expected


def test_anchor_is_the_longest_run_of_plain_words():
    assert expand("no ... side effects at <treatment>") == [
        Pattern(("side", "effects", "at"), ("no", "..."), ("<treatment>",))
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("(a|b", "'(' without ')'"),
        ("a)", "unbalanced ')'"),
        ("? a", "'?' after nothing"),
        ("a*", "three letters"),
        ("<effect> ...", "no plain word"),
        ("", "no plain word"),
        ("(a|b|c|d|e) " * 8, "wordings"),
    ],
)
def test_errors_say_what_is_wrong(text, problem):
    with pytest.raises(PatternError, match=problem.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
        expand(text)


@given(st.text(alphabet="ab c|()?*<>.#_^$'", max_size=24))
def test_any_text_expands_or_is_refused(text):
    try:
        patterns = expand(text)
    except PatternError:
        return
    assert all(pattern.anchor for pattern in patterns)
