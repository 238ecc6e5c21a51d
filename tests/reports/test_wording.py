"""Wording shared by report formats."""

import pytest

from linter.outcome import FileError, Kind
from linter.reports.wording import error_fingerprint, error_name, open_ended, reason, slashed
from linter.violation import Suppression


@pytest.mark.parametrize(
    ("suppression", "said"),
    [
        (Suppression("comment", "", "", ""), "no reason given"),
        (Suppression("comment", "signed", "", ""), "signed"),
        (Suppression("waiver", "signed", "R. Rev", "2027-01-31"), "signed; by R. Rev; until 2027-01-31"),
    ],
)
def test_reason(suppression, said):
    assert reason(suppression) == said


def test_open_ended():
    assert open_ended("{excerpt} is of {words} words; {A} and {} stay") == "… is of … words; {A} and {} stay"


def test_slashed():
    assert [slashed(path) for path in ("./a/b.md", "a/b.md", "/a/b.md", "../b.md")] == [
        "a/b.md", "a/b.md", "/a/b.md", "../b.md",
    ]  # fmt: skip


def test_errors_have_names():
    first, second = (FileError(path, "no text", Kind.INPUT) for path in ("a.md", "b\udcff.md"))
    assert error_name(first) == "input-error"
    assert error_fingerprint(first) != error_fingerprint(second)
