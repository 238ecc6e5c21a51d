"""No fact without a source, none from the future."""

import datetime
from pathlib import Path

import pytest

import lint_rules
from linter.files.data import read_yaml
from linter.knowledge.compile import BY_CLASS

KNOWLEDGE = Path(lint_rules.__file__).parent / "knowledge"


@pytest.mark.parametrize("name", ["treatments", "conditions", "regulations"])
def test_no_date_lies_in_the_future(name):
    content = read_yaml(KNOWLEDGE / f"{name}.yaml")
    as_of = datetime.date.fromisoformat(str(content["as_of"]))
    assert as_of <= datetime.date.today()


def test_no_approval_and_no_schedule_begins_after_the_date_of_the_facts():
    content = read_yaml(KNOWLEDGE / "treatments.yaml")
    as_of = str(content["as_of"])
    for entry in content["treatments"]:
        since = [str(part["since"]) for part in entry.get("schedule") or () if part.get("since")]
        years = [str(label["year"]) for label in entry.get("on_label") or () if label.get("year")]
        assert [date for date in (*since, *years) if date > as_of] == [], entry["id"]


@pytest.mark.parametrize("name", ["treatments", *BY_CLASS])
def test_every_treatment_has_a_source(name):
    without = [entry["id"] for entry in read_yaml(KNOWLEDGE / f"{name}.yaml")["treatments"] if not entry["source"]]
    assert without == []
