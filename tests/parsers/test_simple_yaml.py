"""The simple reader agrees with the full one whenever it returns a result."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from linter.parsers.simple_yaml import NotSimpleError, load_simple

SIGNS = st.text("abYnotrue0129-:# \"'[]{},.&*!|>%@~\\é😀\t", max_size=14)
FLOWS = st.lists(
    st.sampled_from(["a", "'b, c'", '"d"', " e f ", "1", "", "g: h", "[i]", "'j", "true", "k'l"]), max_size=4
).map(lambda parts: f"[{','.join(parts)}]")
SCALARS = st.one_of(
    SIGNS,
    FLOWS,
    st.sampled_from(
        ["true", "False", "NULL", "no", "on", "~", "2024-01-02", "2024-13-02", "007", "12", "1_000", "0x1f"]
    )
    | st.sampled_from(
        ["12:30", "a: b", "a #b", "a#b", "a:b", "'x'", '"x"', '"x\\n"', "[a, b]", "[a, 'b, c']", "[]", "1.5"]
    )
    | st.sampled_from(
        ["Yes", "nan", ".inf", "1e3", "<<", "= x", "- x", "[a,b]", "[ ]", "[a, ]", "[a, [b]]", "a b  c", "-"]
    ),
)
KEYS = st.sampled_from(["a", "b", "title", "true", "null", "on", "a-b", "1", "é", "a b", "y"])
LINES = st.one_of(
    st.tuples(KEYS, st.sampled_from([":", ": ", ":  ", " :"]), SCALARS).map("".join),
    st.tuples(st.sampled_from(["- ", "  - ", "    - ", "-", "  "]), SCALARS).map("".join),
    st.sampled_from(["", "# x", "  # x", "---", "...", "a:"]),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_agrees_with_the_full_reader(lines: list[str], end: str) -> None:
    text = end.join([*lines, ""])
    try:
        simple = load_simple(text)
    except NotSimpleError:
        return
    try:
        full = YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        pytest.fail(f"{text!r} is no YAML: {error}")
    assert simple == (full or {})
    assert {key: type(value) for key, value in simple.items() if not isinstance(value, list)} == {
        key: type(value) for key, value in (full or {}).items() if not isinstance(value, list)
    }


def test_reads_what_articles_begin_with() -> None:
    text = 'title: "A: b"\nslug: knee-pain\ndraft: false\norder: 3\n\ntags: [a, "b, c"]\n'
    text += "more:\n  - x y\n  - 'z'\nempty:\n"
    assert load_simple(text) == {
        "title": "A: b",
        "slug": "knee-pain",
        "draft": False,
        "order": 3,
        "tags": ["a", "b, c"],
        "more": ["x y", "z"],
        "empty": None,
    }
