"""All formats include suppressed findings, with reason, name and date, and count none of them."""

import json

import pytest
from lxml import etree

from linter.reports import FORMATS, writer_of
from linter.reports.xml_text import comment, element, written
from tests.reports import awkward

FACTS = ("agreed & signed", "R. Rev", "2027-06-30")


def facts_in(name):
    text = "".join(writer_of(name)(awkward.report()))
    if name in ("junit", "checkstyle", "html"):
        text = text.replace("&amp;", "&")
    return [fact for fact in FACTS if fact in text]


@pytest.mark.parametrize("name", FORMATS)
def test_reason_name_and_date(name):
    assert facts_in(name) == list(FACTS)


def test_reviewdog_has_suppressed_findings_apart():
    report = json.loads("".join(writer_of("rdjson")(awkward.report())))
    assert [found["code"]["value"] for found in report["accepted"]] == ["EFF001", "EFF002"]
    assert all(found["message"].startswith("Suppressed (") for found in report["accepted"])
    assert "Suppressed (" not in json.dumps(report["diagnostics"])


def test_json_counts_them_by_means():
    summary = json.loads("".join(writer_of("json")(awkward.report())))["summary"]
    assert summary["suppressed_by"] == {"comment": 1, "waiver": 1}
    assert summary["suppressed"] == 2
    assert summary["violations"] == len(awkward.still_open())


def test_xml_comments_hold_no_two_hyphens():
    text = "".join(written(element("file", {}), [comment("a -- b --- c -")]))
    (read,) = etree.fromstring(text.encode()).iter(etree.Comment)
    assert read.text == " a - - b - - - c - "


def test_gitlab_has_them_as_information():
    issues = json.loads("".join(writer_of("gitlab")(awkward.report())))
    told = [issue for issue in issues if issue["description"].startswith("Suppressed (")]
    assert [issue["severity"] for issue in told] == ["info", "info"]
