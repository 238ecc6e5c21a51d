"""Inflected forms of the lexicon's verbs and of the knowledge base's terms."""

import pytest

from linter.language.inflection import (
    base_form,
    inflect,
    is_adverb,
    is_participle,
    is_present,
    is_regular_past,
    is_regular_plural,
    is_third_person,
    with_plural,
)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("ease", ("ease", "eases", "eased", "easing")),
        ("stop", ("stop", "stops", "stopped", "stopping")),
        ("benefit", ("benefit", "benefits", "benefited", "benefiting")),
        ("fortify", ("fortify", "fortifies", "fortified", "fortifying")),
        ("speed up", ("speed up", "speeds up", "speeded up", "speeding up")),
        ("take|took|taken away", ("take away", "takes away", "took away", "taken away", "taking away")),
        ("put|put to rest", ("put to rest", "puts to rest", "putting to rest")),
    ],
)
def test_forms(verb, forms):
    assert inflect(verb) == forms


def test_the_base_form_is_the_name_of_an_irregular_verb():
    assert base_form("take|took|taken away") == "take away"
    assert base_form("ease") == "ease"


def test_adverbs_are_known_by_their_ending():
    assert [word for word in ("slowly", "only", "reply", "slow") if is_adverb(word)] == ["slowly", "reply"]


@pytest.mark.parametrize(
    ("verb", "word", "participle", "third", "past", "present"),
    [
        ("cure", "cure", False, False, False, True),
        ("cure", "cures", False, True, False, True),
        ("cure", "cured", False, False, True, False),
        ("cure", "curing", True, False, False, False),
        ("carry", "carries", False, True, False, True),
        ("bring", "bring", False, False, False, True),
        ("focus", "focus", False, False, False, False),
    ],
)
def test_what_an_ending_tells_of_a_verb(verb, word, participle, third, past, present):
    assert is_participle(word, verb) is participle
    assert is_third_person(word, verb) is third
    assert is_regular_past(word) is past
    assert is_present(word, verb) is present


@pytest.mark.parametrize("verb", ["ease", "stop", "benefit", "fortify", "speed", "heal"])
def test_the_forms_that_are_made_are_known_again(verb):
    base, third, past, participle = inflect(verb)
    assert is_third_person(third, base)
    assert is_present(third, base)
    assert is_regular_past(past)
    assert is_participle(participle, base)


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("drip", ("drip", "drips")),
        ("injury", ("injury", "injuries")),
        ("delay", ("delay", "delays")),
        ("reflex", ("reflex", "reflexes")),
        ("exosomes", ("exosomes",)),
        ("TB", ("TB",)),
        ("NAD+", ("NAD+",)),
        ("BPC-157", ("BPC-157",)),
    ],
)
def test_a_term_and_its_plural(term, forms):
    assert with_plural(term) == forms


def test_plurals():
    words = ("drips", "illness", "virus", "sepsis", "drip", "s")
    assert [word for word in words if is_regular_plural(word)] == ["drips", "s"]
