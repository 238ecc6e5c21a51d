"""SARIF logs, validated against the schema of the standard."""

import json
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest

from linter.reports import sarif_report
from tests.reports import awkward, sample
from tests.reports.writing import whole

write = whole(sarif_report.write)

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def run():
    return json.loads(write(awkward.report()))["runs"][0]


@pytest.mark.parametrize(
    "report", [awkward.report(), sample.report(), awkward.EMPTY], ids=["awkward", "sample", "empty"]
)
def test_valid(report):
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(json.loads(write(report)))] == []


def test_every_finding_is_there_with_its_rule(run):
    rules = run["tool"]["driver"]["rules"]
    for result, violation in zip(run["results"], awkward.found(), strict=True):
        assert result["ruleId"] == violation.code
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == violation.code
    assert [result["ruleId"] for result in run["results"] if "ruleIndex" not in result] == ["MED001"]
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}


def test_regions_name_the_excerpt(run):
    texts = {awkward.ODD_PATH: awkward.TEXT, "content/again.md": awkward.DUP}
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        text = texts[unquote(place["artifactLocation"]["uri"])]
        start = region["charOffset"]
        assert text[start : start + region["charLength"]] == region["snippet"]["text"]
        lines = text.split("\r\n" if "\r\n" in text else "\n")
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(region["snippet"]["text"][:4])
        assert lines[region["endLine"] - 1][: region["endColumn"] - 1].endswith(region["snippet"]["text"][-1:])


def test_paths_are_addresses(run):
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert [unquote(uri) for uri in uris] == [awkward.ODD_PATH, "content/again.md", awkward.PLAIN_PATH]
    assert all(uri.isascii() and not set(uri) & set(' <>"') for uri in uris)
    assert ":" not in uris[0]


def test_suppressions_carry_their_reason(run):
    suppressed = [result["suppressions"] for result in run["results"] if result["suppressions"]]
    assert suppressed == [
        [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "agreed & signed; by R. Rev; until 2027-06-30",
                "properties": {"means": "comment", "by": "R. Rev", "until": "2027-06-30"},
            }
        ],
        [
            {
                "kind": "external",
                "status": "accepted",
                "justification": "no reason given",
                "properties": {"means": "waiver"},
            }
        ],
    ]
    assert sum(result["suppressions"] == [] for result in run["results"]) == len(awkward.still_open())


def test_fixes_do_what_the_edit_does(run):
    fixed = []
    for result in run["results"]:
        for fix in result.get("fixes", []):
            (change,) = fix["artifactChanges"]
            (replacement,) = change["replacements"]
            region = replacement["deletedRegion"]
            start = region["charOffset"]
            text = awkward.TEXT
            fixed.append(text[:start] + replacement["insertedContent"]["text"] + text[start + region["charLength"] :])
    assert fixed == [awkward.TEXT.replace("*cures*", "may ease 😀"), awkward.TEXT + "\n\nA note.\n"]


def test_evidence_is_related(run):
    related = run["results"][0]["relatedLocations"][0]
    assert related["message"]["text"] == "effect: *cures*"
    assert related["physicalLocation"]["region"]["startColumn"] == 15


def test_fingerprints_are_unique(run):
    prints = [result["partialFingerprints"]["medlint/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_files_in_error_are_notifications(run):
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    first, second, _ = invocation["toolExecutionNotifications"]
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/binary.md"
    assert second["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///abs/bad%1Bname.md"}
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}


def test_rules_explain_themselves(run):
    rule = run["tool"]["driver"]["rules"][1]
    assert rule["name"] == "rule-eff002"
    assert rule["shortDescription"]["text"] == "Rule eff002"
    assert rule["fullDescription"]["text"] == "A reader may give up …."
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["properties"]["tags"] == ["efficacy", "us", "us-ca"]
    assert "[Fair Claims Act [sec. 5]](https://law.example/5?a=1&b=2) (binding)" in rule["help"]["markdown"]
    assert "Based on: A style guide (guidance)" in rule["help"]["text"]


def test_braces_are_no_placeholders(run):
    assert "{{all}}" in run["results"][0]["message"]["text"]
    assert "{all}" in run["results"][0]["locations"][0]["physicalLocation"]["region"]["snippet"]["text"]
