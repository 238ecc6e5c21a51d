"""Inflected forms of the lexicon's verbs."""

import pytest

from linter.language.inflection import base_form, inflect


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
