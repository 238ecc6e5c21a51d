import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.language.index.entries import END, NUMBER, START, Pattern
from linter.language.index.patterns import PatternError, expand


def wordings(text):
    return {(*pattern.before, *pattern.anchor, *pattern.after) for pattern in expand(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no side effects", {("no", "side", "effects")}),
        ("(no|zero) down-time", {("no|zero", "down", "time")}),
        ("very? safe", {("?very", "safe")}),
        ("heal* you", {("heal*", "you")}),
        ("(some|many|a few)? people", {("some|many", "people"), ("a", "few", "people"), ("people",)}),
        ("works (for (all|every one))?", {("works",), ("works", "for", "all"), ("works", "for", "every", "one")}),
        ("^ cure $", {(START, "cure", END)}),
        ("(^|we) cure (.|$)", {(START, "cure", "."), (START, "cure", END), ("we", "cure", "."), ("we", "cure", END)}),
        ("from $ #", {("from", "$", NUMBER)}),
        ("from ($|£) #", {("from", "$|£", NUMBER)}),
        ("<effect.cure> in # days", {("<effect.cure>", "in", NUMBER, "days")}),
        ("cures ...3 for good", {("cures", "...3", "for", "good")}),
        ("it's not", {("it", "'s", "not")}),
        ("#1 clinic", {("#", "1", "clinic")}),
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
        ("a ~ b", "may not be part"),
        (r"pain \? none", "backslash"),
        ("? a", "'?' after nothing"),
        ("a*", "three letters"),
        ("... <effect>", "neither a plain word"),
        ("", "neither a plain word"),
        ("(a|b c|d e|e f|f g) " * 8, "wordings"),
        ("word " * 101, "more than 100 words"),
        ("(" * 5_000 + "word" + ")" * 5_000, "more than 50 brackets open at once"),
    ],
)
def test_errors_say_what_is_wrong(text, problem):
    with pytest.raises(PatternError, match=problem.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
        expand(text)


@given(st.text(alphabet="ab c|()?*<>.#_^$'", max_size=24))
@example("<a> <b>")
def test_any_text_expands_or_is_refused(text):
    try:
        patterns = expand(text)
    except PatternError:
        return
    assert all(pattern.anchor or (not pattern.before and pattern.after[0][0] == "<") for pattern in patterns)
