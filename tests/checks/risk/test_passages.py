import pytest

from linter.checks.risk.passages import is_risk_heading, passages_of
from tests.labeled import LABELED

RISK = LABELED["risk_section"]


def heading(made, text):
    return next(reading for reading in made(f"## {text}").readings if reading.text)


@pytest.mark.parametrize("text", RISK["heading_variants"])
def test_a_risk_heading(article, text):
    assert is_risk_heading(heading(article, text))


@pytest.mark.parametrize("text", RISK["false_headings"])
def test_no_risk_heading(article, text):
    assert not is_risk_heading(heading(article, text))


def test_subsections_of_a_risk_heading_are_one_passage(article):
    made = article("# Ketamine\n\n## Risks\n\n### Common\n\n- nausea\n\n### Rare\n\n- seizure\n\n## Cost\n\nFifty.")
    (risks,) = (passage for passage in passages_of(made) if passage.on_risk)
    assert [spoken.line.text for spoken in risks.lines if spoken.headed] == ["Common", "nausea", "Rare", "seizure"]


@pytest.mark.parametrize(
    ("text", "framed"),
    [
        ("Side effects can include headache and nausea.", True),
        ("**Side effects** are headache and odd dreams.", True),
        ("You have had side effects such as headache before.", False),
        ("You get headaches.", False),
    ],
)
def test_a_line_that_opens_with_side_effects_tells_them_under_who_should_not(article, text, framed):
    made = article(f"# Melatonin\n\n## Do not take it if\n\n- you are pregnant\n\n{text}")
    last = [spoken for passage in passages_of(made) for spoken in passage.lines][-1]
    assert last.exclusion is not framed
    assert last.framed or not framed
