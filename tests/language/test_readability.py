"""Grades equal those of textstat on whole articles, and counts are consistent."""

import re
from pathlib import Path

import pytest
import textstat
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.language.readability import METRICS, Readability, measure
from linter.language.syllables import SIGNS
from linter.language.words import split_words

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
SENTENCES = st.lists(st.lists(st.sampled_from(["the", "nurse", "'s", "isn", "'t", ".", "ketamine", "50", "'", "-"])))


def textstat_words(text):
    """The lowercase words of a text as split by textstat: at whitespace, without punctuation (``long-term``: one)."""
    return SIGNS.sub("", text.lower()).split()


def sentences_of(text):
    return [split_words(part).words for part in re.findall(r"[^.!?]+[.!?]*", text)]


def unhyphenated(text):
    """textstat joins the parts of a hyphenated word, medlint reads them as words."""
    return re.sub(r"(?<=\w)-(?=\w)", " ", text)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("metric", [name for name in METRICS if name != "automated_readability_index"])
def test_grades_equal_textstats(path, metric):
    text = unhyphenated(path.read_text(encoding="utf-8"))
    assert getattr(measure(sentences_of(text)), metric) == pytest.approx(getattr(textstat, metric)(text), abs=0.1)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_counts_equal_textstats(path):
    text = unhyphenated(path.read_text(encoding="utf-8"))
    assert measure(sentences_of(text)) == Readability(
        words=textstat.lexicon_count(text),
        sentences=textstat.sentence_count(text),
        syllables=textstat.syllable_count(text),
        polysyllables=textstat.polysyllabcount(text),
        letters=textstat.letter_count(text),
    )


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("metric", [name for name in METRICS if name != "automated_readability_index"])
def test_with_its_own_words_textstats_grade_is_met(path, metric):
    text = path.read_text(encoding="utf-8")
    sentences = [textstat_words(part) for part in re.findall(r"[^.!?]+[.!?]*", text) if part.strip()]
    assert getattr(measure(sentences), metric) == pytest.approx(getattr(textstat, metric)(text), abs=1e-9)


def test_articles_are_ordered_by_grade():
    grades = {path.stem: measure(sentences_of(path.read_text())).flesch_kincaid_grade for path in ARTICLES}
    assert grades["plain"] < 5 < 9 < grades["middling"] < 14 < 18 < grades["hard"]


def test_formulas():
    """Computed by hand: 100 words, 5 sentences, 150 syllables, 10 polysyllables, 450 letters."""
    text = Readability(words=100, sentences=5, syllables=150, polysyllables=10, letters=450)
    assert text.flesch_kincaid_grade == pytest.approx(9.91)
    assert text.smog_index == pytest.approx(1.043 * 60**0.5 + 3.1291)
    assert text.flesch_reading_ease == pytest.approx(59.635)
    assert text.coleman_liau_index == pytest.approx(8.82)
    assert text.automated_readability_index == pytest.approx(9.765)


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("sentences", [[], [[]], [[".", "-"], ["'"]]])
def test_no_prose_has_no_grade(sentences, metric):
    assert measure(sentences) == Readability(0, 0, 0, 0, 0)
    assert getattr(measure(sentences), metric) == 0.0


def test_clitics_belong_to_their_word():
    assert measure([["the", "clinic", "'s", "nurse", "isn", "'t", "in", "."]]) == measure(
        [["the", "clinic's", "nurse", "isn't", "in"]]
    )
    assert measure([["'", "so", "'", "she", "says"]]).words == 3


@settings(max_examples=50)
@given(SENTENCES, SENTENCES)
def test_measuring_adds_up(first, second):
    one, two, both = measure(first), measure(second), measure(first + second)
    for name in Readability.__slots__:
        assert getattr(both, name) == getattr(one, name) + getattr(two, name)


@settings(max_examples=50)
@given(SENTENCES)
def test_counts_are_consistent(sentences):
    text = measure(sentences)
    assert text.sentences <= text.words <= text.syllables
    assert text.polysyllables * 3 + (text.words - text.polysyllables) <= text.syllables
    assert text.words <= text.letters
