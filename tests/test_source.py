import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.source import Position, SourceError, SourceText, decode, refuse_damage

TEXTS = st.text(st.one_of(st.sampled_from("ab\r\n\u2028\x0b\x0c\x85é😀"), st.characters(codec="utf-8")), max_size=60)


def test_lines_break_where_editors_break_them() -> None:
    source = SourceText("a.md", "one\r\ntwo\rthree\nfour\u2028still four\x0cstill\x85four")
    assert [source.line_text(line + 1) for line in range(len(source.line_starts))] == [
        "one",
        "two",
        "three",
        "four\u2028still four\x0cstill\x85four",
    ]


def test_columns_count_code_points() -> None:
    source = SourceText("a.md", "😀e\u0301x")
    assert source.position(3) == Position(1, 4)


def test_the_end_of_the_text_has_a_position() -> None:
    assert SourceText("a.md", "").position(0) == Position(1, 1)
    assert SourceText("a.md", "a\n").position(2) == Position(2, 1)


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_is_an_error(offset: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 3 characters"):
        SourceText("a.md", "abc").position(offset)


@pytest.mark.parametrize("position", [Position(0, 1), Position(3, 1), Position(1, 0), Position(2, 9)])
def test_a_position_outside_is_an_error(position: Position) -> None:
    with pytest.raises(ValueError, match="no line"):
        SourceText("a.md", "a\nb").offset(position)


@given(TEXTS)
def test_offsets_and_positions_invert(text: str) -> None:
    source = SourceText("a.md", text)
    for offset in range(len(text) + 1):
        assert source.offset(source.position(offset)) == offset


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
        (b"\xff\xfec\x00\xe9\x00", "cé"),
        (b"\xfe\xff\x00c\x00\xe9", "cé"),
        (b"caf\xc3\xa9\r\n", "café\r\n"),
        (b"caf\xe9 \x93cure\x94", "café “cure”"),
        (b"", ""),
        (b"caf\xc3\xa9 isn\x92t", "café isn\ufffdt"),
        (b"\xef\xbb\xbfisn\x92t", "isn\ufffdt"),
        (b"\xef\xbf\xbd", "\ufffd"),
    ],
    ids=["utf-8 mark", "utf-16 little", "utf-16 big", "utf-8", "windows-1252", "empty", "damaged", "mark", "replaced"],
)
def test_decodes(data: bytes, text: str) -> None:
    assert decode("a.md", data) == SourceText("a.md", text)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PNG\0\0", "character 3 is NUL, so this is not a text file; save the article as UTF-8 text"),
        (b"a\x81b", "byte 1 cannot be read as cp1252; save the file as UTF-8"),
        (b"\xff\xfea", "byte 0 cannot be read as utf-16-le; save the file as UTF-8"),
    ],
)
def test_unreadable_bytes_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode("a.md", data)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"caf\xc3\xa9\r\nna\xc3\xafve isn\x92t", "byte 0x92 at line 2, column 10"),
        (b"\xef\xbb\xbfisn\x92t", "byte 0x92 at line 1, column 4"),
        (b"\xef\xbf\xbd caf\xc3\xa9 \xc3\xa9 \xe9", "byte 0xe9 at line 1, column 10"),
    ],
)
def test_the_first_damaged_byte_is_named(data: bytes, place: str) -> None:
    with pytest.raises(SourceError) as caught:
        refuse_damage(decode("a.md", data), data)
    assert str(caught.value) == f"{place} is not UTF-8, unlike the rest of the file; fix it"


@pytest.mark.parametrize("data", [b"caf\xc3\xa9", b"caf\xe9", b"\xef\xbf\xbd", b"\xff\xfe\xfd\xff"])
def test_what_is_whole_is_not_refused(data: bytes) -> None:
    refuse_damage(decode("a.md", data), data)


@given(st.binary(max_size=80))
def test_any_bytes_are_a_text_or_a_source_error(data: bytes) -> None:
    try:
        source = decode("a.md", data)
    except SourceError:
        return
    assert "\0" not in source.text
