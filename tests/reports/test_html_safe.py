"""Hostile text is made harmless, and stays readable."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.reports.html.safe import clipped, references, script_json, visible, web_link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” – café 👩🏽‍⚕️", "plain “text” – café 👩🏽‍⚕️"),
        ("evil\u202etxt.exe", "evil[U+202E]txt.exe"),
        ("\u2066a\u2069", "[U+2066]a[U+2069]"),
        ("bell\x07 esc\x1b[31m", "bell[U+0007] esc[U+001B][31m"),
        ("tags \U000e0041", "tags [U+E0041]"),
        ("broken \ud800", "broken [U+D800]"),
        ("kept\ttab\nline", "kept\ttab\nline"),
    ],
)
def test_unseen_characters_are_shown(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/prices",
        "#top",
        "mailto:a@b.example",
        "https://",
        "https://a b",
        "https://a\u202eb.example",
        "",
    ],
)
def test_no_link_but_to_the_web(target):
    assert web_link(target) == ""


@pytest.mark.parametrize("target", ["https://example.org/?a=1&b=<2>", "HTTP://EXAMPLE.org", "https://example.org/%22"])
def test_web_links_stay(target):
    assert web_link(target) == target


@given(st.text())
def test_data_cannot_end_its_script(text):
    data = script_json({"text": text, text: [text]})
    assert not set(data) & set("<>&\u2028\u2029")
    assert json.loads(data) == {"text": text, text: [text]}


def test_clipped():
    assert clipped("a\n\n  b") == "a b"
    assert clipped("x" * 400) == "x" * 299 + "…"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("agreed with counsel", []),
        ("calm-1 (Roe 2024, doi:10.1000/Example(24)7)", ["https://doi.org/10.1000/Example(24)7"]),
        ("see https://clinic.example/file, and http://a.example.", ["https://clinic.example/file", "http://a.example"]),
        ("javascript:alert(1) doi:javascript:1", []),
        ("https://a.example/\u202egpj", ["https://a.example/[U+202E]gpj"]),
    ],
)
def test_references_are_links(text, links):
    pieces = list(references(text))
    assert [url for _, url in pieces if url] == links
    assert "".join(piece for piece, _ in pieces) == visible(text)
