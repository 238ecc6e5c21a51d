import pytest


@pytest.mark.parametrize(
    ("text", "severity", "unsure"),
    [
        ("# Acupuncture\nAcupuncture eases pain.", None, False),
        ("# Ketamine\nKetamine lifts mood.", None, False),
        ("# MeRT\nMeRT (magnetic EEG-guided resonance therapy) lifts mood.", "warning", True),
    ],
)
def test_unsure_facts_lower_the_severity_and_say_so(program, matches, text, severity, unsure):
    (match,) = matches(program, "RSK001", text, profile={"page": "full"})
    assert match.severity == severity
    assert ("are uncertain" in match.message) == unsure
