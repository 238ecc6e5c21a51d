"""Every fact has a source, and no date is in the future."""

import datetime
import re
from pathlib import Path

import pytest

import lint_rules
from linter.files.data import read_yaml

KNOWLEDGE = Path(lint_rules.__file__).parent / "knowledge"
ENTRIES = sorted((KNOWLEDGE / "treatments").iterdir())


@pytest.mark.parametrize("name", ["treatments", "conditions", "regulations"])
def test_no_date_is_in_the_future(name):
    content = read_yaml(KNOWLEDGE / f"{name}.yaml")
    as_of = datetime.date.fromisoformat(str(content["as_of"]))
    assert as_of <= datetime.date.today()


def test_no_approval_and_no_schedule_begins_after_the_date_of_the_facts():
    as_of = str(read_yaml(KNOWLEDGE / "treatments.yaml")["as_of"])
    for entry in (entry for file in ENTRIES for entry in read_yaml(file)["treatments"]):
        since = [str(part["since"]) for part in entry.get("schedule") or () if part.get("since")]
        years = [str(label["year"]) for label in entry.get("on_label") or () if label.get("year")]
        assert [date for date in (*since, *years) if date > as_of] == [], entry["id"]


@pytest.mark.parametrize("file", ENTRIES, ids=lambda file: file.stem)
def test_every_treatment_has_a_source(file):
    without = [entry["id"] for entry in read_yaml(file)["treatments"] if not entry["source"]]
    assert without == []


def test_the_address_of_a_source_is_its_publishers_own():
    """If only a page about a source or a copy was read, ``seen`` names that page."""
    publishers = re.compile(
        r"https://([\w-]+\.)*(\w+\.gov|gov\.uk|gov\.au|gc\.ca|europa\.eu|law\.cornell\.edu|asa\.org\.uk"
        r"|support\.google\.com|texas-sos\.appianportalsgov\.com)/"
    )
    regulations = read_yaml(KNOWLEDGE / "regulations.yaml")["regulations"]
    addresses = [source["url"] for source in regulations.values() if "url" in source]
    assert [address for address in addresses if not publishers.match(address)] == []
