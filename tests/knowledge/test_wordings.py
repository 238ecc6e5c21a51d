import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.knowledge.wordings import Searched, find_wording, fold, has_any


@pytest.mark.parametrize(
    ("text", "wording", "found"),
    [
        ("You may feel sedated.", "sedat*", (13, 18)),
        ("Blood-pressure can rise", "blood pressure", (0, 14)),
        ("High blood pressure", "blood-pressure", (5, 19)),
        ("impaired", "pair*", None),
        ("repair", "pair", None),
        ("a pair of shoes", "pair", (2, 6)),
        ("(S)-ketamine", "(S)-", (0, 3)),
        ("nothing", "", None),
    ],
)
def test_where_a_wording_stands(text, wording, found):
    assert find_wording(fold(text), wording) == found


def test_a_later_hit_counts_when_the_first_is_inside_a_word():
    assert find_wording(fold("repairs and a pair"), "pair") == (14, 18)


def test_has_any():
    assert has_any(fold("It may cause drowsiness"), ["sedat*", "drows*"])
    assert not has_any(fold("It may cause drowsiness"), [])


@given(st.text(max_size=80))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text(max_size=60), st.text(max_size=6))
def test_a_place_holds_the_wording(text, wording):
    folded = fold(text)
    place = find_wording(folded, wording)
    if place is not None:
        assert folded[place[0] : place[1]] == fold(wording.rstrip("*")).strip()


few_signs = st.text(alphabet="abI -+*(Σ", max_size=12)


@given(st.lists(few_signs, min_size=1, max_size=4), st.text(alphabet="abi -+*(σ", max_size=4))
def test_many_texts_are_searched_as_each_alone(texts, wording):
    searched = Searched(texts)
    alone = [find_wording(fold(text), wording) for text in texts]
    assert [searched.first(wording, index, 0, len(text)) for index, text in enumerate(texts)] == alone
    assert bool(searched.held([wording])) == any(place is not None for place in alone)
