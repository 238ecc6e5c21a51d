"""The waivers file: errors, and writing that preserves what people wrote."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.files.data import DataFileError
from linter.suppressions.waivers import Waiver
from linter.suppressions.waivers.file import read_waivers, with_waivers

ENTRY = (
    "waivers:\n  - fingerprint: '0123456789012345'\n    path: a.md\n    code: SAF001\n"
    "    reason: a letter\n    by: Jane Roe\n    until: 2027-06-30\n"
)
ONE = Waiver("0123456789012345", "a.md", "SAF001", "a letter", "Jane Roe", date(2027, 6, 30))

BROKEN = {
    "no YAML": ("waivers: [", "1:1"),
    "a list": ("- a\n", "1:1: write 'waivers:' with a list below it"),
    "a text": ("waivers: none\n", "1:1: write 'waivers:' with a list below it"),
    "another key": ("waiver:\n  - a\n", "1:1: unknown key 'waiver'; expected 'waivers'"),
    "an entry that is a text": ("waivers:\n  - abc\n", "2:5: an entry must have the keys fingerprint"),
    "a misspelt key": (ENTRY.replace("reason", "resaon"), "5:5: unknown key 'resaon'; did you mean 'reason'?"),
    "no reason": (ENTRY.replace("    reason: a letter\n", ""), "2:5: reason is missing"),
    "an empty reason": (ENTRY.replace("a letter", '""'), "5:5: reason is missing"),
    "no name": (ENTRY.replace("Jane Roe", "' '"), "6:5: by is missing"),
    "no date": (ENTRY.replace("2027-06-30", "soon"), "7:5: until: write a date such as 2027-06-30"),
    "a time": (ENTRY.replace("2027-06-30", "2027-06-30 10:00:00"), "7:5: until: write a date"),
    "no such day": (ENTRY.replace("2027-06-30", "2027-02-31"), "7:12: '2027-02-31': day is out of range"),
    "a number for a fingerprint": (ENTRY.replace("'", ""), "2:5: fingerprint: write a text, in quotes"),
    "an alias bomb": (
        "waivers: []\nx: &a [1,1,1,1,1,1,1,1,1,1]\ny: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n",
        "2:1: unknown key 'x'",
    ),
    "code": ("waivers: !!python/object/apply:os.system [true]\n", "1:10"),
}


@pytest.mark.parametrize(("text", "problem"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_refused(tmp_path, text, problem):
    file = tmp_path / "waivers.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as raised:
        read_waivers(file)
    assert f"waivers.yaml:{problem}" in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "waivers:\n", "waivers: []\n"])
def test_a_file_without_waivers_takes_one(tmp_path, text):
    file = tmp_path / "waivers.yaml"
    file.write_text(text, encoding="utf-8")
    assert read_waivers(file) == ()
    file.write_text(with_waivers(file, [ONE]), encoding="utf-8")
    assert read_waivers(file) == (ONE,)


def test_a_new_file(tmp_path):
    file = tmp_path / "waivers.yaml"
    text = with_waivers(file, [ONE])
    assert text.startswith("# Findings that were accepted by name.")
    file.write_text(text, encoding="utf-8")
    assert read_waivers(file) == (ONE,)


WRITTEN = """# Accepted by the medical board.

waivers:
{dash}# the letter of 2024
{dash}- fingerprint: "0123456789012345"   # see the minutes
{dash}  by: 'Jane Roe'
{dash}  path: a.md
{dash}  reason: >-
{dash}    a letter that
{dash}    is long
{dash}  code: SAF001
{dash}  until: 2027-06-30

{dash}# the next one
{dash}- {{fingerprint: aaaaaaaaaaaaaaaa, path: b.md, code: EFF001, reason: x, by: y, until: 2028-01-01}}
# end
"""


@pytest.mark.parametrize("dash", ["", "  ", "    "])
def test_comments_order_quotes_and_indents_stay(tmp_path, dash):
    file = tmp_path / "waivers.yaml"
    text = WRITTEN.format(dash=dash)
    file.write_text(text, encoding="utf-8")
    assert with_waivers(file, []) == text
    more = with_waivers(file, [Waiver("bbbbbbbbbbbbbbbb", "c.md", "CER001", "z", "me", date(2029, 1, 1))])
    for line in text.splitlines():
        assert line in more
    assert [line for line in more.splitlines() if line in text.splitlines()] == text.splitlines()
    file.write_text(more, encoding="utf-8")
    assert [one.fingerprint for one in read_waivers(file)] == ["0123456789012345", "a" * 16, "b" * 16]


def test_waiving_again_takes_the_old_place(tmp_path):
    file = tmp_path / "waivers.yaml"
    file.write_text(WRITTEN.format(dash="  "), encoding="utf-8")
    again = with_waivers(file, [Waiver("0123456789012345", "a.md", "SAF001", "new", "Ann", date(2030, 1, 1))])
    file.write_text(again, encoding="utf-8")
    first, second = read_waivers(file)
    assert (first.reason, first.by, first.until) == ("new", "Ann", date(2030, 1, 1))
    assert second.fingerprint == "a" * 16
    assert "# see the minutes" in again


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(str.strip)
waivers = st.builds(
    Waiver,
    st.text("0123456789abcdef", min_size=16, max_size=16),
    texts,
    st.sampled_from(["SAF001", "EFF001"]),
    texts,
    texts,
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    texts,
)


@given(st.lists(waivers, max_size=4, unique_by=lambda waiver: waiver.fingerprint))
def test_what_is_written_is_read(tmp_path_factory, wanted):
    file = tmp_path_factory.mktemp("waivers") / "waivers.yaml"
    file.write_text(with_waivers(file, wanted), encoding="utf-8")
    assert read_waivers(file) == tuple(wanted)
