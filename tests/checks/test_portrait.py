"""The data beside the findings in reports that show articles."""

import pytest

from linter.checks.setting import Setting
from linter.engine import lint_document
from linter.parsers import parse
from linter.source import SourceText

TEXT = """# Ketamine infusions at our clinic

We offer ketamine infusions. Book your ketamine visit today, and we treat depression with ketamine.

## Risks

Ketamine can cause dissociation, nausea and high blood pressure.

## What is it?

Subanesthetic administration of the medication precipitates considerable neurobiological reorganisation in particularly
susceptible individuals with longstanding depressive symptomatology.
"""


def test_portrait(program):
    document = parse(SourceText("a.md", TEXT))
    plain = lint_document(document, program, program.rules, Setting(today="2026-11-23"))
    file = lint_document(document, program, program.rules, Setting(today="2026-11-23", portrait=True))
    assert file.violations == plain.violations
    (ketamine,) = [fact for fact in file.treatments if fact.promoted]
    assert ketamine.fda_status
    assert ketamine.approved_for
    assert "dissociation" in " ".join(ketamine.risks_named)
    assert ketamine.risks_missing
    assert [section.heading for section in file.sections] == [
        "Ketamine infusions at our clinic",
        "Risks",
        "What is it?",
    ]
    assert max(file.sections, key=lambda section: section.grade).heading == "What is it?"
    assert file.hardest[0].text.startswith("Subanesthetic administration")
    assert (file.hardest[0].line, plain.sections, plain.hardest, plain.met) == (11, (), (), ())


def met(program, text):
    """The lines where a text meets duties, by code."""
    document = parse(SourceText("a.md", text))
    file = lint_document(document, program, program.rules, Setting(today="2026-11-23", portrait=True))
    assert not {duty.code for duty in file.met} & {violation.code for violation in file.violations}
    return {duty.code: (duty.text, duty.line) for duty in file.met}


def test_duties_that_are_met(program):
    met_here = met(
        program, TEXT.replace("## What", "Call 911 in an emergency. Do not take it if you are pregnant.\n\n## What")
    )
    assert met_here["RSK001"] == ("Ketamine can cause dissociation, nausea and high blood pressure.", 7)
    assert met_here["RSK006"] == met_here["VUL004"] == ("Do not take it if you are pregnant.", 9)
    assert met(program, f"---\nauthor: Jane Roe, MD\n---\n\n{TEXT}By John Doe, MD\n")["STR005"] == ("", 0)


def test_what_is_not_owed_is_not_met(program):
    assert met(program, "# Opening hours\n\nCall 911 in an emergency. We may ask for risks.\n") == {}


@pytest.mark.parametrize(
    ("text", "held_to"),
    [
        ("# Visit us\n\nWe offer PRP.\n\nSome have had acupuncture elsewhere." + " Rest well." * 80, {"prp"}),
        # a page that sells nothing openly answers for what it is about
        (
            "# Exosomes\n\nExosomes mend. Exosomes soothe. A massage may do too." + " Skin heals slowly." * 60,
            {"exosomes"},
        ),
    ],
)
def test_what_a_page_answers_for_counts_as_promoted(program, text, held_to):
    file = lint_document(parse(SourceText("a.md", text)), program, program.rules, Setting(today="2026-11-23"))
    assert {fact.id for fact in file.treatments if fact.promoted} == held_to
    assert len(file.treatments) > len(held_to)
