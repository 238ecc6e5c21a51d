import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language.words import fold_case, plain, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NAD+ drips", ["nad+", "drips"]),
        ("BPC-157", ["bpc", "157"]),
        ("BPC157", ["bpc", "157"]),
        ("treatment-resistant", ["treatment", "resistant"]),
        ("isn't the patient's", ["isn", "'t", "the", "patient", "'s"]),
        ("0.5 mg/kg", ["0.5", "mg", "/", "kg"]),
        ("Botox® Cosmetic", ["botox", "cosmetic"]),
        ("one - two", ["one", "-", "two"]),
        ("a\ufffcb", ["a", "\ufffc", "b"]),
        ("1,000 people", ["1,000", "people"]),
    ],
)
def test_words(text, words):
    assert split_words(text).words == words


@given(st.text())
def test_offsets_are_the_words(text):
    found = split_words(text)
    for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
        assert fold_case(text[start:end]) == word
    assert found.starts == sorted(found.starts)


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold_case(text)) == len(text)


def test_plain_strips_accents():
    assert plain("naïve") == "naive"
    assert plain("pain") == "pain"
