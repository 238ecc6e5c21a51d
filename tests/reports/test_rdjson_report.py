"""Reviewdog diagnostics, validated against a schema, and their columns in bytes."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.outcome import FileReport
from linter.parsers import parse
from linter.report import Report
from linter.reports import rdjson_report
from linter.source import SourceText, Span
from linter.violation import Edit, Severity
from tests.reports import awkward, sample
from tests.reports.writing import whole

write = whole(rdjson_report.write)

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "rdformat.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "report", [awkward.report(), sample.report(), awkward.EMPTY], ids=["awkward", "sample", "empty"]
)
def test_valid(report):
    data = json.loads(write(report))
    diagnostics = data["diagnostics"] + data.pop("accepted", [])
    jsonschema.Draft7Validator(SCHEMA).validate(data | {"diagnostics": diagnostics})


def diagnostics(report):
    return json.loads(write(report))["diagnostics"]


def cut(text, place):
    """The text of a range as reviewdog counts it: in lines of bytes."""
    lines = text.encode().split(b"\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    first, last = (starts[place[end]["line"] - 1] + place[end]["column"] - 1 for end in ("start", "end"))
    return first, last, text.encode()[first:last].decode()


def test_columns_count_bytes():
    found = diagnostics(awkward.report())
    odd = [diagnostic for diagnostic in found if diagnostic["location"]["path"] == awkward.ODD_PATH][:-1]
    expected = [violation.excerpt for violation in awkward.still_open() if violation.path == awkward.ODD_PATH]
    assert [cut(awkward.TEXT, diagnostic["location"]["range"])[2] for diagnostic in odd] == expected
    # two four-byte emoji and a two-byte letter precede the fifteenth character
    assert odd[0]["location"]["range"]["start"] == {"line": 3, "column": 22}


def test_suggestions_do_what_the_edit_does():
    fixed = []
    for diagnostic in diagnostics(awkward.report()):
        for suggestion in diagnostic.get("suggestions", []):
            start, end, _ = cut(awkward.TEXT, suggestion["range"])
            data = awkward.TEXT.encode()
            fixed.append((data[:start] + suggestion["text"].encode() + data[end:]).decode())
    assert fixed == [awkward.TEXT.replace("*cures*", "may ease 😀"), awkward.TEXT + "\n\nA note.\n"]


def test_open_findings_and_errors():
    found = diagnostics(awkward.report())
    assert [diagnostic["code"]["value"] for diagnostic in found] == [
        *(violation.code for violation in awkward.still_open()),
        "input-error",
        "internal-error",
        "input-error",
    ]
    assert {diagnostic["severity"] for diagnostic in found} == {"ERROR", "WARNING", "INFO"}
    assert found[0]["code"]["url"] == "https://law.example/5?a=1&b=2"
    assert found[-2]["location"]["range"] == {"start": {"line": 3}}


def test_lines_where_the_text_is_not_at_hand():
    again = [found for found in diagnostics(awkward.report()) if found["location"]["path"] == "content/again.md"]
    assert again[0]["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}


@settings(max_examples=50, deadline=None)
@given(st.text(st.sampled_from("ab é😀\n\u2028\t"), min_size=2, max_size=40), st.data())
def test_any_range(text, data):
    source = SourceText("any.md", text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start, end)
    violation = awkward.place(source, text[start:end], "EFF001", fix=Edit(span, "x", safe=True))
    violation = type(violation)(
        **{name: getattr(violation, name) for name in violation.__slots__}
        | {"span": span, "start": source.position(start), "end": source.position(end)}
    )
    file = FileReport("any.md", 1, 1, {}, (), (violation,), parse(source))
    (found,) = diagnostics(Report("0", "0", Severity.ERROR, (file,), ()))
    assert cut(text, found["location"]["range"])[2] == text[start:end]
    assert found["suggestions"][0]["range"] == found["location"]["range"]
