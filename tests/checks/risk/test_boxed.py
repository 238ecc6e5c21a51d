"""A finding on a boxed warning names a product that carries it."""

import pytest


@pytest.mark.parametrize(
    ("brands", "named"),
    [("Injectafer and Feraheme", "Feraheme"), ("Feraheme and Venofer", "Feraheme"), ("Injectafer and Venofer", None)],
)
def test_the_product_that_carries_the_warning_is_named(program, matches, brands, named):
    text = f"# Iron infusion\n\nBook an iron infusion with {brands} today. It ends your fatigue."
    found = matches(program, "RSK003", text, profile={"page": "full"})
    assert [match.values["product"] for match in found] == ([named] if named else [])


def test_a_warning_in_plain_words_counts(program, matches):
    text = "# Iron infusion\n\nBook Feraheme today. It carries a boxed warning about fatal allergic reactions."
    assert list(matches(program, "RSK003", text, profile={"page": "full"})) == []
