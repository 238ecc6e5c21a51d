import pytest

from tests.parsers.outline import outline

LONG = "This line is as long as lines are when an editor wraps them"
BLOCKS = {
    "headings": (
        "One\n\nText here.\n\nTwo\n\nMore text.\n",
        ["heading 1: One", "paragraph: Text here.", "heading 2: Two", "paragraph: More text."],
    ),
    "a sentence is no heading": ("One.\n\nWhy?\n\nx\n", ["paragraph: One.", "paragraph: Why?", "paragraph: x"]),
    "the last line heads nothing": ("Text here.\n\nBook now", ["paragraph: Text here.", "paragraph: Book now"]),
    "wrapped lines": (f"{LONG}\n{LONG}\nend.\n", [f"paragraph: {LONG} {LONG} end."]),
    "separate lines": ("Call us.\nWrite to us.\n", ["paragraph: Call us.", "paragraph: Write to us."]),
    "items": (
        "  1. a: b\n- c\n• d,\n  e\n* f\n",
        ["list-item 1: a: b", "list-item 1: c", "list-item 1: d, e", "list-item 1: f"],
    ),
    "a numbered heading": (
        "Intro.\n\n1. Sleep\n\nText.\n",
        ["paragraph: Intro.", "heading 1: 1. Sleep", "paragraph: Text."],
    ),
    "quotations": ("> a\n> b\n", ["quote 1 quoted: a", "quote 1 quoted: b"]),
    "rules": ("a.\n-----\nb.\n", ["paragraph: a.", "paragraph: b."]),
    "addresses": ("See https://a.b/c.\n", ["paragraph: See #."]),
    "markup is text": ("a <b> &amp; *c*.\n", ["paragraph: a <b> &amp; *c*."]),
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("case", BLOCKS)
def test_blocks(case: str, end: str) -> None:
    text, expected = BLOCKS[case]
    assert outline(text.replace("\n", end), "text") == expected
