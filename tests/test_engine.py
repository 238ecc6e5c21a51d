"""The message, evidence, sources and severity of a finding."""

import pytest

from linter.cache import load_program
from linter.checks.setting import Setting
from linter.run import Plan, lint_bytes
from linter.value import replace


@pytest.fixture(scope="module")
def plan():
    program = load_program()
    return Plan(program, tuple(program.rules), Setting(today="2026-01-01"))


@pytest.mark.parametrize(
    ("name", "text", "code", "quoted"),
    [
        (
            "a.md",
            "It **cures** [severe depression](https://example.org/x?y=1).",
            "EFF001",
            "cures severe depression",
        ),
        ("a.md", "Massage is **completely**\nsafe.", "SAF001", "is completely safe"),
        ("a.html", "<p>Massage has no<br> <i>side</i> effects.", "SAF001", "no side effects"),
        ("a.html", "<p>We&#8217;re the <b>best clinic</b> in town.", "CMP002", "We're the best"),
        ("a.md", "We’re the best clinic in town.", "CMP002", "We’re the best"),
    ],
)
def test_a_message_quotes_what_readers_see(name, text, code, quoted, plan):
    found = [one.message for one in lint_bytes(name, text.encode(), plan).open if one.code == code]
    assert found and all(message.startswith(f'"{quoted}') for message in found)


def test_evidence_is_what_readers_see(plan):
    text = "Ketamine **cures** [severe\ndepression](https://example.org/x?y=1)."
    (found,) = [one for one in lint_bytes("a.md", text.encode(), plan).open if one.code == "EFF001"]
    assert {(clue.kind, clue.text) for clue in found.evidence} >= {("effect", "cures"), ("target", "severe depression")}


def test_a_finding_on_a_treatment_cites_no_source_of_another(plan):
    text = "# Spravato and Botox\n\nWe offer Spravato for depression, and Botox for migraine and anxiety. Book now."
    boxed = [one for one in lint_bytes("a.md", text.encode(), plan).open if one.code == "RSK003"]
    cited = {one.excerpt: [cited.title for cited in one.citations if "Spravato" in cited.title] for one in boxed}
    assert cited == {"Spravato": ["Spravato (esketamine) label and REMS"], "Botox": []}


BALANCED = """# A lamp for sore knees

The FDA has not approved this lamp for arthritis. Do not use it if you are pregnant. In a trial of 60 adults (Roe 2021)
pain fell no more than with a dark lamp. For chest pain call 911.

Maria threw her cane away after two weeks of it, and her pain is gone.
"""


@pytest.mark.parametrize(
    ("text", "level", "severity_set"),
    [
        (BALANCED, "warning", False),
        (BALANCED, "error", True),
        (
            BALANCED.replace("Do not use it if you are pregnant. ", "").replace("For chest pain call 911.", ""),
            "error",
            False,
        ),
    ],
)
def test_a_balanced_page_caps_what_a_finding_weighs(text, level, severity_set, plan):
    rules = tuple(replace(rule, severity_set=severity_set) for rule in plan.program.select(["TST001"]))
    [found] = lint_bytes("knees.md", text.encode(), replace(plan, rules=rules)).violations
    assert found.severity == level
    assert ("balanced" in found.message) == (level == "warning")
