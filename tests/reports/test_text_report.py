"""The text report."""

import pytest

from linter.outcome import FileReport
from linter.parsers import parse
from linter.report import Report
from linter.reports import text_report
from linter.reports.terminal import Style, printable
from linter.source import SourceText
from linter.value import replace
from linter.violation import Severity, Suppression
from tests.reports import awkward
from tests.reports.writing import whole

write = whole(text_report.write)


def test_open_findings_with_their_line():
    lines = write(awkward.report()).split("\n")
    assert awkward.ODD_PATH in lines
    at = next(number for number, line in enumerate(lines) if line.startswith("  3:15     error   EFF001 "))
    assert lines[at + 1].startswith("           | 😀😀 Café: this *cures* {all} ills")
    # an emoji takes two terminal columns, so the carets start two columns later
    assert lines[at + 2] == "           | " + " " * 16 + "^" * len("*cures* {all} ills")
    assert lines[at + 3] == "           = suggestion: Say what was studied, <not> more & not less."
    assert lines[at + 4] == "           = based on: Fair Claims Act [sec. 5] (binding); A style guide (guidance)"


def test_suppressed_findings_take_a_line_for_each_reason():
    text = write(awkward.report())
    assert "“Title”" not in text
    assert (
        f"{awkward.ODD_PATH}:1:3 EFF001 suppressed by comment: agreed & signed; by R. Rev; until 2027-06-30\n" in text
    )
    assert text.endswith(
        "5 errors, 2 warnings, 1 info in 3 articles, 2 suppressed; 3 files could not be checked\n"
        "'medlint fix' fixes 1 finding; 'medlint fix --suggested' has drafts for 1 finding\n"
    )


def test_a_line_with_several_findings_at_one_place_is_shown_once():
    report = awkward.report()
    file = report.files[0]
    first = next(one for one in file.violations if one.suppressed is None)
    twice = replace(file, violations=(first, replace(first, code="EFF009")))
    assert write(replace(report, files=(twice,))).count("\n           | ") == 2


def test_one_reason_for_many_is_one_line():
    report = awkward.report()
    baseline = Suppression("baseline", "old", "Ann")
    files = [
        replace(file, violations=tuple(replace(one, suppressed=baseline) for one in file.violations))
        for file in report.files
    ]
    text = write(replace(report, files=tuple(files)))
    assert f"{awkward.ODD_PATH}:3:15 EFF001 and 9 more suppressed by baseline: old; by Ann\n" in text
    assert text.count("suppressed by") == 1


def test_what_a_change_did_not_touch_is_counted():
    report = awkward.report()
    files = (replace(report.files[0], left_out=("x",) * 7), *report.files[1:])
    text = write(replace(report, files=files, since="origin/main"))
    assert ", 7 omitted on lines unchanged since origin/main;" in text


def test_statistics():
    counted = write(awkward.report(), statistics=True)
    assert (
        "      3  SAF001   rule-saf001\n"
        "      1  EFF001   rule-eff001\n"
        "      1  EFF002   rule-eff002\n"
        "      1  EFF003   rule-eff003\n"
        "      1  EFF004   rule-eff004\n"
        "      1  MED001   rule-med001\n"
    ) in counted


@pytest.mark.parametrize(
    ("before", "after", "shown", "carets"),
    [
        ("", "", "claim", 0),
        ("a " * 10, " b" * 10, "a " * 10 + "claim" + " b" * 10, 20),
        ("a " * 100, "", "…" + ("a " * 48)[1:] + "claim", 96),
        ("", " b" * 100, "claim" + (" b" * 48)[:95] + "…", 0),
        ("a " * 100, " b" * 100, "…" + "a " * 15 + "claim" + (" b" * 33)[:65] + "…", 31),
    ],
)
def test_long_lines_are_cut_around_the_finding(before, after, shown, carets):
    source = SourceText("long.md", f"First.\r\n{before}claim{after}\r\nLast.\n")
    file = FileReport("long.md", 1, 1, {}, (), (awkward.place(source, "claim", "EFF001"),), parse(source))
    lines = write(Report("0", "0", Severity.ERROR, (file,), ())).split("\n")
    assert lines[2] == f"           | {shown}"
    assert lines[3] == "           | " + " " * carets + "^^^^^"


def test_nothing_found():
    assert write(awkward.EMPTY, statistics=True) == "0 errors, 0 warnings, 0 info in 0 articles\n"


@pytest.mark.parametrize("style", [Style(), Style(color=True)])
def test_an_article_cannot_steer_the_terminal(style):
    text = write(awkward.report(), style, statistics=True)
    for sequence in ("\x1b[0m", *(f"\x1b[{look}m" for look in ("1;31", "1;33", "1;36", "1;4", "1", "2"))):
        text = text.replace(sequence, "")
    assert printable(text.replace("\n", "")) == text.replace("\n", "")
