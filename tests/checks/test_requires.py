import pytest

from tests.labeled import labeled

PAGE = {"page": "full"}
TOPIC = "# Ketamine for low mood\nKetamine may lift mood.\n\n{}"
CRISIS = "# Depression\nWe help people with suicidal thoughts.\n\n{}"


@pytest.fixture(scope="module")
def found(program, matches):
    return lambda code, text: matches(program, code, text, profile=PAGE)


@pytest.mark.parametrize("text", labeled("professional_advice", "accept"))
def test_advice(found, text):
    assert not found("STR001", TOPIC.format(text))


@pytest.mark.parametrize("text", labeled("professional_advice", "reject"))
def test_no_advice(found, text):
    assert found("STR001", TOPIC.format(text))


@pytest.mark.parametrize("text", labeled("crisis", "accept"))
def test_crisis_line(found, text):
    assert not found("VUL001", CRISIS.format(text))


@pytest.mark.parametrize("text", labeled("crisis", "reject"))
def test_no_crisis_line(found, text):
    assert found("VUL001", CRISIS.format(text))


RULES = {
    "WHN001": {"when": ["club"], "must": ["cancel*"]},
    "REG901": {"when": ["club"], "must_in": {"us": ["crisis.line", "crisis.emergency"], "uk": ["crisis.line-uk"]}},
    "BRD001": {"when": ["best laser"], "must": ["class iv"], "brand": True},
    "TOP001": {"topic": ["schedule:any"], "must": ["controlled"]},
    "NOT001": {"about": "treatment", "not_topic": ["kind:device", "trimix"], "must": ["pregnan*"]},
    "RIS001": {"risks": ["breathing", "respiratory"], "must": ["911"]},
    "MLD001": {"when": ["suicid*"], "must": ["988"], "mild": ["warning"]},
}


@pytest.fixture(scope="module")
def rules(compile_rules):
    return compile_rules({code: ("requires", match) for code, match in RULES.items()})


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("WHN001", "Join the club.", ["club"]),
        ("WHN001", "Join the club. You can cancel.", []),
        ("WHN001", "Join us.", []),
        ("REG901", "Join the club. Call 988.", ["club"]),
        ("REG901", "Join the club. Call 988 or 911.", []),
        ("REG901", "Join the club. Call (555) 988-0100 or 911.", ["club"]),
        ("REG901", "Join the club. Call 116 123.", ["club"]),
        ("BRD001", "We have the best laser.", ["best laser"]),
        ("BRD001", "We have the best laser, a LightForce.", []),
        ("TOP001", "# Ketamine\n\nKetamine may lift mood.", ["Ketamine"]),
        ("TOP001", "# Acupuncture\n\nAcupuncture may ease pain.", []),
        ("NOT001", "# Trimix\n\nTrimix is injected.", []),
        ("NOT001", "# Trimix or ketamine\n\nKetamine may lift mood.", ["Trimix or ketamine"]),
        ("RIS001", "# Ketamine\n\nKetamine may lift mood.", ["Ketamine"]),
        ("RIS001", "# Red light therapy\n\nRed light therapy may ease pain.", []),
    ],
)
def test_found(rules, excerpts, code, text, expected):
    assert excerpts(rules, code, text) == expected


@pytest.mark.parametrize(
    ("text", "severity"), [("Feeling suicidal?", None), ("The warning speaks of suicidal thoughts.", "info")]
)
def test_a_mild_mention_is_information(rules, matches, text, severity):
    (match,) = matches(rules, "MLD001", text)
    assert match.severity == severity
