import pytest

MATCH = {
    "affirmed": ["(is|are) ...8 safe"],
    "denied": ["(does|do) ...8 hurt", "side effects"],
    "empty": ["^ downtime $"],
    "closed": ["feel ...3 dizzy"],
    "unless": ["but"],
}
TABLE = "| Laser | Peel | Drip |\n|---|---|---|\n"


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({"ANS001": ("answer", MATCH)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("### Does it hurt?\n\nNot at all. You will see.", ["Not at all."]),
        ("**Is the drip safe?**\n\nYes.", ["Yes"]),
        ("Are there side effects? None. Is the drip safe? Yes, we say.", ["None.", "Yes"]),
        ("- Does it hurt?\n- No!", ["No!"]),
        (TABLE + "| Downtime | None | Two days |\n| Fees | None | None |", ["None"]),
        ("Downtime\n\nNone", ["None"]),
        ("You may feel a bit dizzy. That's it.", ["That's it."]),
        ("- You may feel dizzy.\n- Nothing more.", ["Nothing more."]),
        ("You may feel dizzy. That's it for today.", []),
        ("Will you feel dizzy? That's it.", []),
        ("Sit down. That's it.", []),
        ("### Does it hurt?\n\nYes.", []),
        ("### Is the drip safe?\n\nNo.", []),
        ("### Is the drip safe?\n\nYes, but not for all.", []),
        ("### Is the drip safe?\n\nAsk us.\n\nYes.", []),
        ("### Our drip is safe\n\nYes.", []),
        (TABLE + "| None | Downtime | None |", []),
        ("> Does it hurt?\n>\n> No.", []),
        ("None.", []),
        ("No. Does it hurt?", []),
    ],
)
def test_found(program, matches, text, expected):
    found = matches(program, "ANS001", text)
    assert [match.block.view.text[match.start : match.end] for match in found] == expected
