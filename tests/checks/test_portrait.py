"""What a report of articles tells beside the findings."""

from linter.checks.article import Setting
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
    file = lint_document(document, program, program.rules, Setting(today="2026-11-23"), portrait=True)
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
    assert (file.hardest[0].line, plain.sections, plain.hardest) == (11, (), ())
