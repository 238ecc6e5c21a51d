"""GitLab Code Quality reports against the documented format."""

import json
from pathlib import Path

import jsonschema
import pytest

from linter.reports import gitlab_report
from tests.reports import awkward, sample
from tests.reports.writing import whole

write = whole(gitlab_report.write)

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "gitlab-codequality.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "report", [awkward.report(), sample.report(), awkward.EMPTY], ids=["awkward", "sample", "empty"]
)
def test_valid(report):
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(write(report)))


def test_open_findings_and_errors():
    issues = [one for one in json.loads(write(awkward.report())) if not one["description"].startswith("Suppressed")]
    expected = [violation.code for violation in awkward.still_open()]
    assert [issue["check_name"] for issue in issues] == [*expected, "input-error", "internal-error", "input-error"]
    assert [issue["severity"] for issue in issues] == [
        "critical", "major", "critical", "info", "critical", "critical", "critical", "major", *["blocker"] * 3,
    ]  # fmt: skip
    assert issues[0]["location"] == {"path": awkward.ODD_PATH, "lines": {"begin": 3, "end": 3}}
    assert issues[2]["location"]["lines"] == {"begin": 4, "end": 5}


def test_fingerprints_are_unique():
    # GitLab shows one issue for each fingerprint
    prints = [issue["fingerprint"] for issue in json.loads(write(awkward.report()))]
    assert len(set(prints)) == len(prints) == 13
