"""Drugs and uses without an entry: those on offer need a status line, those mentioned in passing do not."""

import itertools
from pathlib import Path

import pytest

from linter.files.data import read_yaml
from linter.violation import Severity

USES = read_yaml(Path(__file__).parent / "uses.yaml")
CODES = ("FDA001", "FDA002", "FDA009", "FDA014")


@pytest.fixture(scope="module")
def found(program, matches):
    return lambda text: [
        (code, match.severity) for code in CODES for match in matches(program, code, text, profile={"page": "full"})
    ]


def pages(forms, pairs):
    return [
        pytest.param(form.format(drug=drug, use=use), id=f"{drug}-{use}-{number}")
        for (number, form), (drug, use) in itertools.product(enumerate(USES[forms]), USES[pairs])
    ]


@pytest.mark.parametrize("text", pages("offered", "off_label"))
def test_an_offered_use_outside_approval_owes_a_status_line(found, text):
    assert [code for code, _ in found(text)] == ["FDA001"]


@pytest.mark.parametrize("text", pages("offered", "on_label"))
def test_an_approved_use_owes_none(found, text):
    assert found(text) == []


@pytest.mark.parametrize("text", pages("passing", "off_label"))
def test_a_use_in_passing_owes_none(found, text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "severity"), USES["severities"])
def test_an_unlisted_use_is_a_level_lower(found, text, severity):
    ((code, lowered),) = found(text)
    assert (code, lowered or Severity.ERROR) == ("FDA001", Severity(severity))


@pytest.mark.parametrize(("statement", "enough"), USES["denied"])
def test_a_status_statement_is_on_the_drugs_that_it_names(found, statement, enough):
    owing = [match for code, match in found(f"# Seroquel for insomnia\n{statement} Book now.") if code == "FDA001"]
    assert bool(owing) is not enough


@pytest.mark.parametrize(("text", "owed"), USES["several"])
def test_a_use_of_several_drugs(found, text, owed):
    assert bool(found(f"# Our doctors\n{text}")) is owed


@pytest.mark.parametrize(("text", "owed"), USES["refused"])
def test_a_use_that_the_page_refuses_is_not_offered(found, text, owed):
    status = "Our panels are FDA-cleared for wrinkles. That is no approval, and it covers no other use."
    codes = [
        code for code, _ in found(f"# Red light therapy\n{status} A session is $30.\n\n{text}\n\n[Book now](/book)")
    ]
    assert codes == ["FDA009"] * owed
