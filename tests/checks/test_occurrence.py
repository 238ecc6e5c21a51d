import pytest

from tests.checks.conftest import rule_file

RULES = {
    "TWO001": {"any": ["amazing", "best of all"], "max": 2},
    "NON001": {"any": ["amazing"], "max": 0},
    "SEC001": {"any": ["amazing"], "max": 1, "within": "section"},
    "BLO001": {"any": ["amazing"], "max": 1, "within": "block"},
    "FEW001": {"any": ["<cue.risk>"], "min": 2},
    "FEW002": {"any": ["<cue.risk>"], "min": 1, "within": "section"},
    "FEW003": {"any": ["amazing"], "min": 1, "within": "block", "scopes": ["paragraph"]},
    "FEW004": {"any": ["amazing"], "min": 1, "profile": {"connection": "testimonial.tie"}},
    "BOT001": {"any": ["amazing"], "min": 1, "max": 2},
    "HEA001": {"any": ["amazing"], "max": 1, "scopes": ["heading"]},
    "UNL001": {"any": ["amazing"], "max": 1, "unless": ["grace"]},
    "LON001": {"any": ["<effect.cure>", "cures depression"], "max": 1},
    "SIG001": {"any": ["!"], "max": 2},
}


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({code: ("occurrence", match) for code, match in RULES.items()})


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("TWO001", "Amazing. Best of all, amazing.", [("amazing", 3, 2)]),
        ("TWO001", "Amazing.\n\nAmazing, *ama*zing, amazing.", [("amazing", 4, 2)]),
        ("TWO001", "Amazing. Best of all.", []),
        ("TWO001", "Amazing. Amazing.\n\n> Amazing, says Dana.", []),
        ("NON001", "An amazing, amazing drip.", [("amazing", 2, 0)]),
        ("SEC001", "Amazing.\n\n## A\n\nAmazing.\n\n## B\n\nAmazing. Amazing.", [("Amazing", 2, 1)]),
        ("SEC001", "## A\n\nAmazing.\n\n### B\n\nAmazing.", []),
        ("BLO001", "- amazing\n- amazing, amazing\n", [("amazing", 2, 1)]),
        ("FEW001", "# A drip\n\nSide effects include bruises.", [("A drip", 1, 2)]),
        ("FEW001", "# A drip\n\nSide effects include bruises.\n\nRisks include pain.", []),
        ("FEW001", "", []),
        ("FEW002", "## A\n\nRisks include pain.\n\n## B\n\nNone.", [("B", 0, 1)]),
        ("FEW003", "## A\n\nAmazing.\n\nIt is.", [("It is.", 0, 1)]),
        ("FEW004", "# A drip\n\nIt is.", []),
        ("BOT001", "It is.", [("It is.", 0, 1)]),
        ("BOT001", "Amazing.", []),
        ("BOT001", "Amazing, amazing, amazing.", [("amazing", 3, 2)]),
        ("HEA001", "# Amazing\n\nAmazing, amazing.\n\n## Amazing", [("Amazing", 2, 1)]),
        ("UNL001", "Amazing grace. Amazing.", []),
        ("LON001", "It cures depression.", []),
        ("LON001", "It cures depression and cures pain.", [("cures", 2, 1)]),
        ("SIG001", "Hello! You! There!", [("!", 3, 2)]),
    ],
)
def test_found(program, matches, code, text, expected):
    found = matches(program, code, text)
    assert [
        (one.block.view.text[one.start : one.end], int(one.values["count"]), int(one.values["limit"])) for one in found
    ] == expected


@pytest.mark.parametrize(
    ("match", "problem"),
    [
        ({"any": ["a b"]}, "one of 'min' and 'max' is needed"),
        ({"any": ["a b"], "min": 3, "max": 2}, "'min' is 3, more than 'max', which is 2"),
        ({"any": [], "max": 2}, "at least 1 item"),
        ({"any": ["a b"], "max": 2, "within": "sentence"}, "'page', 'section' or 'block'"),
    ],
)
def test_refused(match, problem):
    with pytest.raises(ValueError, match=problem):
        rule_file("XYZ001", "occurrence", match)
