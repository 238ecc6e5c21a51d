"""JUnit reports, validated against the schema of Jenkins and read by a package."""

from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

from linter.reports import junit_report
from linter.violation import Severity
from tests.reports import awkward, sample
from tests.reports.writing import whole

write = whole(junit_report.write)

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))


def read(report):
    return JUnitXml.fromstring(write(report).encode())


@pytest.mark.parametrize(
    "report", [awkward.report(), sample.report(), awkward.EMPTY], ids=["awkward", "sample", "empty"]
)
def test_valid(report):
    SCHEMA.assertValid(etree.fromstring(write(report).encode()))


def test_a_suite_an_article_a_case_a_finding():
    suites = list(read(awkward.report()))
    assert [suite.name for suite in suites] == [
        awkward.ODD_PATH,
        "content/again.md",
        awkward.PLAIN_PATH,
        "content/binary.md",
        "/abs/badname.md",
    ]
    assert [len(list(suite)) for suite in suites] == [7, 4, 1, 1, 1]
    assert [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in suites] == [
        (7, 3, 1, 2),
        (4, 4, 0, 0),
        (1, 0, 0, 0),
        (1, 0, 1, 0),
        (1, 0, 1, 0),
    ]


def test_totals():
    whole = read(awkward.report())
    assert (whole.tests, whole.failures, whole.errors) == (14, 7, 3)


def test_outcomes():
    cases = [case for suite in read(awkward.report()) for case in suite]
    kinds = [[type(result) for result in case.result] for case in cases]
    assert kinds == [*[[Failure]] * 3, [], *[[Skipped]] * 2, [Error], *[[Failure]] * 4, [], [Error], [Error]]
    assert [case.result[0].type for case in cases[:3]] == ["error", "warning", "error"]


def test_info_fails_only_when_the_run_fails_on_info():
    def case(fail_on):
        return next(case for suite in read(awkward.report(fail_on)) for case in suite if case.name.startswith("EFF004"))

    assert "says" in case(Severity.ERROR).system_out
    assert case(Severity.WARNING).result == []
    assert [type(result) for result in case(Severity.INFO).result] == [Failure]


def test_text_survives():
    first = next(iter(next(iter(read(awkward.report())))))
    assert first.name == "EFF001 rule-eff001 (3:15)"
    assert first.result[0].message == "“*cures* {all} ills” says\ttoo much: 100%, {sure}"
    assert "Suggestion: Say what was studied, <not> more & not less." in first.result[0].text
    assert "Based on: Fair Claims Act [sec. 5] (binding)" in first.result[0].text


def test_skipped_with_reason():
    messages = [
        case.result[0].message
        for suite in read(awkward.report())
        for case in suite
        if case.result and isinstance(case.result[0], Skipped)
    ]
    assert messages == ["comment: agreed & signed; by R. Rev; until 2027-06-30", "waiver: no reason given"]


def test_names_are_unique_in_a_suite():
    for suite in read(awkward.report()):
        names = [case.name for case in suite]
        assert len(set(names)) == len(names)
