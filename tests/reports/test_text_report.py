"""The report for a terminal."""

import pytest

from linter.parsers import parse
from linter.report import FileReport, Report
from linter.reports.terminal import Style, printable
from linter.reports.text_report import write
from linter.source import SourceText
from linter.violation import Severity
from tests.reports import awkward


def test_open_findings_with_their_line():
    lines = write(awkward.report()).split("\n")
    assert awkward.ODD_PATH in lines
    at = next(number for number, line in enumerate(lines) if line.startswith("  3:15     error   EFF001 "))
    assert lines[at + 1].startswith("           | 😀😀 Café: this *cures* {all} ills")
    # an emoji takes two columns of a terminal, so the carets start two further than the text
    assert lines[at + 2] == "           | " + " " * 16 + "^" * len("*cures* {all} ills")
    assert lines[at + 3] == "           = do this: Say what was studied, <not> more & not less."
    assert lines[at + 4] == "           = rests on: Fair Claims Act [sec. 5] (binding); A style guide (guidance)"


def test_suppressed_findings_are_counted_and_not_shown():
    text = write(awkward.report())
    assert "“Title”" not in text
    assert text.endswith("5 errors, 2 warnings, 1 info in 3 articles, 2 suppressed; 3 files could not be checked\n")


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


@pytest.mark.parametrize("style", [Style(), Style(colour=True)])
def test_an_article_cannot_steer_the_terminal(style):
    text = write(awkward.report(), style, statistics=True)
    for sequence in ("\x1b[0m", *(f"\x1b[{look}m" for look in ("1;31", "1;33", "1;36", "1;4", "1", "2"))):
        text = text.replace(sequence, "")
    assert printable(text.replace("\n", "")) == text.replace("\n", "")
