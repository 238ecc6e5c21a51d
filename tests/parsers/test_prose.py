import pytest

from linter.parsers import parse
from linter.parsers.prose import Canvas, Prose
from linter.source import SourceText
from linter.view import Piece


@pytest.mark.parametrize(
    "sign",
    "\x01\x1b\x7f\u00ad\u115f\u17b4\u180b\u200b\u200c\u200d\u200e\u202d\u2060\u2066\u3164\ufe0f\ufeff\uffa0\ufff9"
    "\U0001bca0\U0001d173\U000e0061\U000e0100",
)
@pytest.mark.parametrize("name", ["markdown", "html", "text"])
def test_what_no_reader_sees_parts_no_word(name: str, sign: str) -> None:
    source = SourceText("a", f"It cu{sign}res{sign} pain.")
    (block,) = parse(source, name).blocks
    assert block.view.text == "It cures pain."
    place = block.view.span(3, 8)
    assert source.text[place.start : place.end] == f"cu{sign}res"


@pytest.mark.parametrize("sign", ["&#1;", "&#8203;", "&shy;", "&#x3164;"])
@pytest.mark.parametrize("name", ["markdown", "html"])
def test_what_no_reader_sees_may_be_an_entity(name: str, sign: str) -> None:
    (block,) = parse(SourceText("a", f"It cu{sign}res pain."), name).blocks
    assert block.view.text == "It cures pain."


STYLED = [
    "ᶜᵘʳᵉˢ",
    "cᵘʳᵉˢ",
    "ᶜuʳes",
    "cᵤᵣₑₛ",
    "ᶜᵁᴿᴱˢ",
    "ⓒⓤⓡⓔⓢ",
    "ｃｕｒｅｓ",
    "𝐜𝐮𝐫𝐞𝐬",
    "𝓬𝓾𝓻𝓮𝓼",
    "𝚌𝚞𝚛𝚎𝚜",
    "ᴄᴜʀᴇꜱ",
    "🅒🅤🅡🅔🅢",
    "🄲🅄🅁🄴🅂",
    "🅲🆄🆁🅴🆂",
]


@pytest.mark.parametrize("word", STYLED)
def test_letters_that_are_styled_by_their_code_points_are_read(word: str) -> None:
    source = SourceText("a", f"It {word} pain.")
    (block,) = parse(source, "text").blocks
    assert block.view.text.lower() == "it cures pain."
    place = block.view.span(3, 8)
    assert source.text[place.start : place.end] == word


def test_numbers_in_circles_and_raised_stay_marks() -> None:
    (block,) = parse(SourceText("a", "It helps ① some ² of 𝟗𝟖% of people."), "text").blocks
    assert block.view.text == "It helps ① some ² of 98% of people."


@pytest.mark.parametrize("text", ["Botoxᵀᴹ helpsᵃ some ⁿ of xⁿ.", "Dʳ Roe helpsᵃᵇ."])
def test_letters_that_are_raised_as_marks_stay_marks(text: str) -> None:
    (block,) = parse(SourceText("a", text), "text").blocks
    assert block.view.text == text


@pytest.mark.parametrize("word", ["\u0441ur\u0435s", "\u03f2\u03c5res", "c\u057dres"])
def test_letters_of_another_alphabet_are_read_as_what_they_seem(word: str) -> None:
    (block,) = parse(SourceText("a", f"It {word} pain."), "text").blocks
    assert block.view.text == "It cures pain."


@pytest.mark.parametrize("name", ["markdown", "html", "text"])
@pytest.mark.parametrize(
    ("written", "read"),
    [("re\u0301sume\u0301", "r\u00e9sum\u00e9"), ("c\u0336u\u0336r\u0336es", "cures"), ("cu\u20ddres", "cures")],
)
def test_accents_apart_from_their_letters_part_no_word(name: str, written: str, read: str) -> None:
    source = SourceText("a", f"It {written} \u0301pain.")
    (block,) = parse(source, name).blocks
    assert block.view.text == f"It {read} pain."
    place = block.view.span(3, 3 + len(read))
    assert source.text[place.start : place.end] == written


def test_runs_that_touch_are_one_piece() -> None:
    prose = Prose(Canvas("relief"))
    prose.run(0, 2)
    prose.run(2, 6)
    view = prose.finish()
    assert view is not None
    assert view.pieces == (Piece(0, 6, 0, 6),)


def test_white_space_collapses_across_pieces() -> None:
    canvas = Canvas("  a  <b> b</b> \n c  ")
    prose = Prose(canvas)
    for start, end in ((0, 5), (8, 10), (14, 20)):
        prose.run(start, end)
    view = prose.finish()
    assert view is not None
    assert view.text == "a b c"
    assert [canvas.text[view.span(at, at + 1).start] for at in (0, 2, 4)] == ["a", "b", "c"]


def test_a_break_takes_the_space_around_it() -> None:
    prose = Prose(Canvas("a <br> b"))
    prose.run(0, 2)
    prose.unit("\n", 2, 6)
    prose.run(6, 8)
    view = prose.finish()
    assert view is not None
    assert view.text == "a\nb"


@pytest.mark.parametrize(("length", "text"), [(0, ""), (2, "ab"), (3, "ab&"), (5, "ab&cd"), (9, "ab&cd")])
def test_cut_and_tail(length: int, text: str) -> None:
    prose = Prose(Canvas("ab&amp;cd"))
    prose.run(0, 2)
    prose.unit("&", 2, 7)
    prose.run(7, 9)
    assert prose.tail(length) == "ab&cd"[length:]
    prose.cut(length)
    assert prose.tail(0) == text


def test_nothing_to_read_is_no_view() -> None:
    prose = Prose(Canvas(" •\u200b "))
    prose.run(0, 4)
    assert prose.finish() is None


@pytest.mark.parametrize(
    "written",
    [
        "\u202eseruc\u202c",
        "\u202eseruc\u2066",
        "\u202es\u202eer\u200buc\u202c",
        "&#8238;seruc&#x202c;",
        "\u202es<b>eru</b>c\u202c",
        "<b>\u202eseruc\u202c</b>",
        "<bdo dir=rtl>seruc</bdo>",
    ],
)
def test_what_is_shown_from_right_to_left_is_read_so(written: str) -> None:
    source = SourceText("a", f"<p>It {written} all pain.")
    (block,) = parse(source, "html").blocks
    assert block.view.text == "It cures all pain."
    place = block.view.span(3, 8)
    assert source.text[place.start : place.end] in (written, written.removeprefix("<b>").removesuffix("</b>"))
    assert source.text[block.view.span(9, 12).start :].startswith("all pain")


def test_what_is_turned_ends_with_its_block() -> None:
    text = "It \u202eseruc\n\nIt cures.\u202e\n\nTen \u202d\u202c.\n\na \u202e b c \u202c d\n\n\u202e e "
    blocks = parse(SourceText("a", text), "text").blocks
    assert [block.view.text for block in blocks] == ["It cures", "It cures.", "Ten .", "a c b d", "e"]
