import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language.index.build import build
from linter.language.index.find import Index
from linter.language.index.patterns import expand
from linter.language.reading import read_text
from linter.language.words import split_words
from tests.conftest import ROOT


def index_of(*terms):
    return build((owner, text, pattern, "") for owner, text in terms for pattern in expand(text))


def found(index, text):
    words = split_words(text)
    hits = sorted(hit for own in index.find(text, words, [(0, len(words))]).values() for hit in own)
    return [(hit.owner, text[words.starts[hit.first] : words.ends[hit.last - 1]]) for hit in hits]


@pytest.mark.parametrize(
    ("pattern", "text", "excerpts"),
    [
        ("side effects", "No Side-Effects here", ["Side-Effects"]),
        ("heal*", "It heals and is healthy", ["heals", "healthy"]),
        ("cures ...2 for good", "It cures pain for good", ["cures pain for good"]),
        ("cures ...2 for good", "It cures pain, and rest is for good", []),
        ("cures ...", "It cures", ["cures"]),
        ("^ cure", "cure or cure", ["cure"]),
        ("cure $", "cure or cure.", ["cure"]),
        ("in # days", "in 30 days or in some days", ["in 30 days"]),
        ("_ is safe", "it is safe", ["it is safe"]),
        ("<drug> is safe", "Old ketamine is safe", ["ketamine is safe"]),
        ("no ...3 <drug>", "no more of ketamine", ["no more of ketamine"]),
        ("naive", "naïve", ["naïve"]),
        ("(very|quite) safe", "It is quite safe", ["quite safe"]),
        ("works (very|so)? well", "It works well and works so well", ["works well", "works so well"]),
    ],
)
def test_matching(pattern, text, excerpts):
    index = index_of(("drug", "ketamine"), ("rule:X", pattern))
    assert [excerpt for owner, excerpt in found(index, text) if owner == "rule:X"] == excerpts


SIGNS = re.findall(
    r"^\| `(.+)` \| .+ \| (\*.+\*) \|$", (ROOT / "docs/writing-rules.md").read_text(encoding="utf-8"), re.MULTILINE
)


@pytest.mark.parametrize(("written", "shown"), SIGNS)
def test_the_signs_of_the_docs(written, shown):
    patterns = [pattern.replace("\\|", "|") for pattern in written.split("`, `")]
    index = index_of(("condition", "migraine"), *((f"rule:{pattern}", pattern) for pattern in patterns))
    texts = re.findall(r"\*([^*]+)\*", shown)
    told = [owner for text in texts for owner, excerpt in found(index, text) if owner != "condition"]
    assert len(SIGNS) >= 8
    assert set(told) == {f"rule:{pattern}" for pattern in patterns}
    assert len(told) >= len(texts)


def test_a_class_takes_its_sub_classes():
    index = index_of(("effect.cure", "cures"), ("rule:X", "it <effect>"))
    assert ("rule:X", "it cures") in found(index, "it cures")


def test_a_class_that_names_others_takes_all_of_their_terms():
    index = index_of(
        ("effect.cure", "cures"),
        ("claimed", "<effect>"),
        ("claimed", "benefit"),
        ("said", "<claimed>"),
        ("claimed", "<said>"),
        ("rule:X", "shows ...2 <said>"),
    )
    assert index.families["effect.cure"] == ("effect", "effect.cure", "claimed", "said")
    assert ("rule:X", "shows it cures") in found(index, "It shows it cures.")
    reading = read_text("It cures.", index, ())
    assert reading.of("claimed") == reading.of("said") == reading.of("effect.cure")


def test_a_rule_sees_class_terms_with_gaps_and_classes():
    index = index_of(
        ("drug", "ketamine"), ("dose", "low ...2 dose"), ("plan", "<dose> <drug>"), ("rule:X", "our <plan> works")
    )
    assert ("rule:X", "our low and slow dose ketamine works") in found(index, "our low and slow dose ketamine works")


def test_exact_spelling():
    index = build(("condition", "MS", pattern, "MS") for pattern in expand("MS"))
    assert found(index, "MS and Ms and ms") == [("condition", "MS")]


def test_nothing_crosses_a_sentence():
    index = index_of(("x", "one two"))
    words = split_words("one. two one two")
    assert [hit.first for hit in index.find("one. two one two", words, [(0, 2), (2, 5)])["x"]] == [3]


@pytest.mark.parametrize("sign", ["\u0301", "¨", "＊", "～"])
def test_a_sign_that_reads_like_a_key_of_the_index_is_no_word_of_it(sign):
    index = index_of(("x", "the heal*"), ("x", "the"), ("y", "the side effect"), ("y", "the side ...2 door"))
    assert found(index, f"the {sign} the side {sign} {sign}") == [("x", "the"), ("x", "the")]


@given(
    st.lists(st.sampled_from(["a b", "abc*", "c", "<x> a", "b ...2 c", "a? c"]), min_size=1),
    st.text("abc .", max_size=30),
)
def test_an_index_survives_json(patterns, text):
    index = index_of(("x", "b"), *((f"y{number}", pattern) for number, pattern in enumerate(patterns)))
    assert found(Index(json.loads(json.dumps(index.pieces))), text) == found(index, text)
