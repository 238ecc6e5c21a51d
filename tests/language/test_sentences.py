from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.files.data import read_yaml
from linter.language.sentences import split_sentences
from linter.rules.validated import builtin_root
from tests.cpu_time import grows_within

ABBREVIATIONS = frozenset(read_yaml(builtin_root() / "lexicon" / "abbreviations.yaml")["abbreviations"])


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Smith gave 0.5 mg/kg i.v. ketamine vs. placebo (p < .05).", "It worked."],
        ["The dose is 2.5 mg.", "It is given weekly."],
        ["Ask J. Roe, e.g. on Monday.", "She knows."],
        ["See https://example.org/a.b?c=d for more.", "Then call."],
        ["“It hurt,” she said.", "“Then it stopped.”"],
        ["Does it help?", "Not always!", "It may."],
        ["We waited … and waited.", "Then it came."],
        ["It contains vitamin C.", "It may help."],
        ["Compare 5 vs. 6 sessions.", "Ask us."],
        ["It costs approx. $50 at St. Mary clinic.", "Parking is free."],
        ["He said no... maybe later."],
        ["Some improved.[1, 2][4]", "Most did not.[3]"],
        ["First line\nSecond line"],
        ["The first line:\nthe second line"],
    ],
    ids=lambda sentences: sentences[0][:20],
)
def test_sentences(sentences):
    text = " ".join(sentences)
    if "\n" in text:
        sentences = text.split("\n")
    assert [text[start:end] for start, end in split_sentences(text, ABBREVIATIONS)] == sentences


def test_a_line_that_goes_on_in_lower_case_ends_none():
    text = "Our drip cures\nback pain.\nask us"
    assert [text[start:end] for start, end in split_sentences(text, ABBREVIATIONS)] == [
        "Our drip cures\nback pain.",
        "ask us",
    ]


@given(st.text(alphabet="abA .?!\n\"').…"))
def test_sentences_cover_the_text_in_order(text):
    found = split_sentences(text, ABBREVIATIONS)
    at = 0
    for start, end in found:
        assert start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("unit", ["a. ", ".", "A.B.", "a\n"])
def test_time_is_linear(unit):
    assert grows_within(lambda size: partial(split_sentences, unit * size, ABBREVIATIONS), 10_000, 100_000, 25)
