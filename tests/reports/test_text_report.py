"""The report for a terminal."""

import pytest

from linter.reports.terminal import Style, printable
from linter.reports.text_report import write
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


def test_nothing_found():
    assert write(awkward.EMPTY, statistics=True) == "0 errors, 0 warnings, 0 info in 0 articles\n"


@pytest.mark.parametrize("style", [Style(), Style(colour=True)])
def test_an_article_cannot_steer_the_terminal(style):
    text = write(awkward.report(), style, statistics=True)
    for sequence in ("\x1b[0m", *(f"\x1b[{look}m" for look in ("1;31", "1;33", "1;36", "1;4", "1", "2"))):
        text = text.replace(sequence, "")
    assert printable(text.replace("\n", "")) == text.replace("\n", "")
