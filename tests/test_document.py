import pytest

from linter.document import DROPPED, FOLDS, Piece, View
from linter.parsers import parse
from linter.source import SourceText, Span

VIEW = View("a & b", (Piece(0, 2, 10, 12), Piece(2, 3, 12, 17), Piece(3, 5, 17, 19)))


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [(0, 1, Span(10, 11)), (2, 3, Span(12, 17)), (1, 4, Span(11, 18)), (0, 5, Span(10, 19)), (4, 5, Span(18, 19))],
)
def test_a_view_knows_where_it_comes_from(start: int, end: int, span: Span) -> None:
    assert VIEW.span(start, end) == span


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 2), (2, 1), (0, 6)])
def test_a_stretch_outside_a_view_is_an_error(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="in a view of 5 characters"):
        VIEW.span(start, end)


def test_folding_is_one_to_one() -> None:
    assert all(len(folded) == 1 for folded in FOLDS.values())
    assert ord(DROPPED) not in FOLDS


def test_a_block_finds_its_heading_and_a_section_its_blocks() -> None:
    document = parse(SourceText("a.md", "intro\n\n# One\n\ntext\n\n## Two\n\nmore\n\n# Three\n\nend\n"))
    intro, one, text, two, more, three, end = document.blocks
    assert [document.heading_of(block) for block in document.blocks] == [None, one, one, two, two, three, three]
    assert document.section_blocks(document.sections[0]) == document.blocks
    assert document.section_blocks(document.sections[1]) == (one, text, two, more)
    assert document.section_blocks(document.sections[3]) == (three, end)
    assert intro.section == 0
