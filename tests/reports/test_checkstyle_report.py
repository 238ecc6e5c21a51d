"""Checkstyle reports, read by diff-quality, which reads those of Checkstyle."""

from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from lxml import etree

from linter.reports import checkstyle_report
from tests.reports import awkward
from tests.reports.writing import whole

write = whole(checkstyle_report.write)


def read(report):
    return CheckstyleXmlDriver().parse_reports([write(report).partition("\n")[2]])


def test_its_consumer_reads_it():
    found = read(awkward.report())
    assert set(found) == {awkward.ODD_PATH, "content/again.md", "content/binary.md", "/abs/badname.md"}
    assert [violation.line for violation in found[awkward.ODD_PATH]] == [3, 3, 4, 5, 2]
    assert [violation.line for violation in found["content/again.md"]] == [1] * 4
    assert found[awkward.ODD_PATH][0].message == (
        "error: “*cures* {all} ills” says\ttoo much: 100%, {sure} Say what was studied, <not> more & not less."
    )
    assert found["/abs/badname.md"][0].line == 3


def test_shape():
    root = etree.fromstring(write(awkward.report()).encode())
    assert root.tag == "checkstyle"
    assert [child.tag for child in root] == ["file"] * 5
    errors = root.findall("file/error")
    assert len(errors) == len(awkward.still_open()) + 3
    assert errors[0].keys() == ["line", "column", "severity", "message", "source"]
    assert {error.get("severity") for error in errors} == {"error", "warning", "info"}
    assert errors[0].get("source") == "medlint.efficacy.EFF001"
    assert (errors[0].get("line"), errors[0].get("column")) == ("3", "15")


def test_empty():
    assert len(etree.fromstring(write(awkward.EMPTY).encode())) == 0
