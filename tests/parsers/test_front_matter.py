from datetime import date

import pytest

from tests.parsers.outline import outline, read


def test_yaml() -> None:
    text = '---\ntitle: "A: b"\ndate: 2024-01-02\ntags: [a, b]\nauthor:\n  name: C\n---\n# D\n'
    front_matter = read(text).front_matter
    assert front_matter.values == {
        "title": "A: b",
        "date": date(2024, 1, 2),
        "tags": ["a", "b"],
        "author": {"name": "C"},
    }
    assert {key: text[span.start : span.end] for key, span in front_matter.spans.items()} == {
        "title": 'title: "A: b"',
        "date": "date: 2024-01-02",
        "tags": "tags: [a, b]",
        "author": "author:",
    }
    assert outline(text) == ["title: A: b", "heading 1: D"]


def test_toml() -> None:
    text = '+++\r\ntitle = "A"\r\n[params]\r\nx = 1\r\n+++\r\nb\r\n'
    assert read(text).front_matter.values == {"title": "A", "params": {"x": 1}}
    assert outline(text) == ["title: A", "paragraph: b"]


@pytest.mark.parametrize(
    ("text", "error", "line"),
    [
        ("---\na: 1\nb: [\n---\nx", "the front matter is not valid YAML: ", 4),
        ("---\na: 1\na: 2\n---\nx", 'the front matter is not valid YAML: found duplicate key "a" with value "2"', 3),
        (
            "---\na: !!python/object:x 1\n---\nx",
            "the front matter is not valid YAML: could not determine a constructor",
            2,
        ),
        ("+++\na = 1\nb = \n+++\nx", "the front matter is not valid TOML: Invalid value", 3),
        (f"+++\na = {'9' * 5_000}\n+++\nx", "the front matter is not valid TOML: a number of more than 1,000", 2),
        (f"+++\nb = 1\n{'a.' * 19_000}a = 1\n+++\nx", "the front matter is not valid TOML: a key of more than", 3),
        (
            "---\na: &a [x]\nb: &b [" + "*a," * 200 + "]\nc: [" + "*b," * 200 + "]\n---\nx",
            "the front matter expands to",
            1,
        ),
        ("---\na: " + "[" * 300 + "\n---\nx", "the front matter has more than 200 brackets open at once", 1),
        ("---\na: b\n" + "# x\n" * 20_000 + "---\nx", "the front matter is longer than 40000 characters", 1),
    ],
)
def test_errors_are_reported_and_the_text_is_read(text: str, error: str, line: int) -> None:
    document = read(text)
    assert document.front_matter.error.startswith(error)
    assert document.front_matter.values == {}
    assert document.front_matter.error_span is not None
    assert document.source.position(document.front_matter.error_span.start).line == line
    assert outline(text)[-1] == "paragraph: x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\n\nText here.\n\n---\n\nmore\n", ["paragraph: Text here.", "paragraph: more"]),
        ("---\ntitle: a\n", ["paragraph: title: a"]),
        ("---\n---\nx\n", ["paragraph: x"]),
        ("---\n# only a comment\n---\nx\n", ["heading 1: only a comment", "paragraph: x"]),
        ("----\na: b\n----\n", ["heading 2: a: b"]),
    ],
)
def test_rules_are_no_front_matter(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        ("title: It’s here", ["title: It's here"]),
        ("title: 'It''s here'", []),
        ('title: "a \\u0062"', []),
        ("title: [a]", []),
        ("title: >-\n  folded", []),
        ("description: 'a & b'", ["description: a & b"]),
    ],
)
def test_a_value_is_a_block_where_it_stands_as_it_reads(line: str, blocks: list[str]) -> None:
    assert outline(f"---\n{line}\n---\n") == blocks
