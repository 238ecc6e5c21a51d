"""Positions of editors, compared with Python's encoders, and converted back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from linter.lsp.positions import ClientPositions
from linter.source import SourceText, Span

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
# emoji with joiners, letters of two and three bytes, and line breaks that only some programs count
TEXTS = st.text(st.sampled_from("a é\u2028\u0085\x0c\t—😀\U0001f469\u200d\u2695\ufe0f\r\n"), max_size=60)


def cut(text, position, codec, width):
    """The text before a position in a client's text: lines first, then units, as in the protocol."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    units = lines[position.line].encode(codec)[: position.character * width]
    return [*lines[: position.line], units.decode(codec)]


@given(st.data(), TEXTS, st.sampled_from(sorted(CODECS)), st.booleans())
def test_a_client_finds_the_character_that_is_meant(data, text, encoding, marked):
    positions = ClientPositions(SourceText("a.md", text), encoding, marked)
    offset = data.draw(st.integers(0, len(text)))
    inside_break = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
    if not inside_break:
        whole = "\ufeff" + text if marked else text
        before = cut(whole, positions.position(offset), *CODECS[encoding])
        assert before == cut(whole[: offset + marked], types.Position(len(before) - 1, 10**6), *CODECS[encoding])
        assert positions.offset(positions.position(offset)) == offset


@given(TEXTS, st.integers(0, 70), st.integers(0, 200), st.sampled_from(sorted(CODECS)), st.booleans())
def test_any_position_is_somewhere(text, line, character, encoding, marked):
    positions = ClientPositions(SourceText("a.md", text), encoding, marked)
    assert 0 <= positions.offset(types.Position(line, character)) <= len(text)


@pytest.mark.parametrize(("encoding", "expected"), [("utf-8", "0:5-0:9"), ("utf-16", "0:3-0:7"), ("utf-32", "0:2-0:6")])
def test_emoji(encoding, expected):
    positions = ClientPositions(SourceText("a.md", "😀 cure"), encoding)
    assert str(positions.range(Span(2, 6))) == expected
    assert positions.span(positions.range(Span(2, 6))) == Span(2, 6)
    assert positions.offset(types.Position(0, 1)) in (0, 1)
