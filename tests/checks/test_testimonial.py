import pytest

RULES = {
    "OUT001": {"stories": ["outcome"]},
    "BAL001": {"stories": ["outcome"], "unless_near": ["on average"]},
    "PRA001": {"stories": ["praise"]},
    "POR001": {"stories": ["portrait"]},
    "ANY001": {"any": ["five star review"]},
    "IFS001": {
        "any": ["five star review"],
        "stories": ["outcome"],
        "stories_if": {"connection": "testimonial.invented"},
    },
}


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({code: ("testimonial", match) for code, match in RULES.items()})


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("OUT001", "I lost 40 pounds in a year.", ["I lost 40 pounds"]),
        ("OUT001", "After two drips my migraines are gone.", ["my migraines are gone"]),
        ("OUT001", "My knee was stiff for years. Walking is a relief for me and my knee.", ["relief"]),
        ("OUT001", "I see relief in patients with knee pain, and for me that counts.", []),
        ("OUT001", "The staff were kind and the room was quiet.", []),
        ("OUT001", "## Success stories\n\n### Dana\n\nDown 12 kg in a year.", ["Down 12 kg in"]),
        ("OUT001", "## Doses\n\nDown 12 kg in a year.", []),
        ("OUT001", "> She felt well again.", ["She felt well again"]),
        ("OUT001", 'Dana says "she felt well again".', ["she felt well again"]),
        ("OUT001", "She felt well again.", ["She felt well again"]),
        ("OUT001", "You feel well again.", []),
        ("OUT001", "She founded the clinic. She felt well again.", []),
        ("BAL001", "I lost 40 pounds. On average people lost 9.", []),
        ("BAL001", "I lost 40 pounds.\n\nOn average people lost 9.", []),
        ("BAL001", "I lost 40 pounds.\n\n## More\n\nOn average people lost 9.", ["I lost 40 pounds"]),
        ("PRA001", "'Best clinic ever.' - Dana", ["Best clinic ever"]),
        ("PRA001", "We are open on Mondays.", []),
        ("POR001", "Meet Dana, who sleeps well.", ["Meet Dana, who"]),
        ("ANY001", "Write a five-star review.", ["five-star review"]),
        ("IFS001", "I lost 40 pounds. A five-star review.", ["five-star review"]),
    ],
)
def test_found(program, excerpts, code, text, expected):
    assert excerpts(program, code, text) == expected


def test_stories_that_only_the_setting_makes_wrong(program, excerpts):
    told = {"profile": {"connection": "composite of several people"}}
    assert excerpts(program, "IFS001", "I lost 40 pounds.", **told) == ["I lost 40 pounds"]


SELLS = "# Clinic\n\nWe offer laser treatment. Book now. Call us today.\n\n{}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("‘My knee no longer aches.’ – Ruth, Leeds", True),
        ("★★★★★ Dr. Hale fixed my shoulder when nobody else could.", True),
        ("Ruth, 61: I could not climb stairs. Now I walk to work.", True),
        ("She came to us on crutches. Eight weeks later she was running again.", True),
        ("## From our inbox\n\nTwenty years of reflux and I can finally eat an onion. Ruth", True),
        ("## Patient stories\n\nTen months sober.", True),
        ("The room was warm and the staff were kind. – Ruth", False),
        ("I trained in Leeds and have treated backs for twenty years.", False),
        ("You review your progress with us after three sessions.", False),
        ("Ruth leads the nursing team and joined us in 2015.", False),
        ("I treat knees.\n\nI can kneel again.\n\nRuth B., Leeds", True),
        ("I treat knees.\n\nI can kneel again.\n\nRuth Ode", True),
        ("I treat knees.\n\nI can kneel again.\n\nBotox Fillers", False),
        ("I treat knees.\n\nYou can kneel again.\n\nRuth B., Leeds", False),
        ("I had battled gout for years, but now my toe is fine again. – Ruth", True),
        ("I battled gout for years and had to see the doctor again. – Ruth", False),
    ],
)
def test_stories_of_patients_on_a_page_that_sells(program, excerpts, text, told):
    assert bool(excerpts(program, "OUT001", SELLS.format(text))) == told
