import pytest

from linter.source import Span
from linter.view import DROPPED, FOLDS, Piece, View, fold

VIEW = View("a & b", (Piece(0, 2, 10, 12), Piece(2, 3, 12, 17), Piece(3, 5, 17, 19)))


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [(0, 1, Span(10, 11)), (2, 3, Span(12, 17)), (1, 4, Span(11, 18)), (0, 5, Span(10, 19)), (4, 5, Span(18, 19))],
)
def test_a_view_knows_where_it_comes_from(start: int, end: int, span: Span) -> None:
    assert VIEW.span(start, end) == span


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 2), (2, 1), (0, 6)])
def test_a_range_outside_a_view_is_an_error(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="in a view of 5 characters"):
        VIEW.span(start, end)


def test_folding_is_one_to_one() -> None:
    assert all(len(folded) == 1 for folded in FOLDS.values())
    assert DROPPED not in FOLDS
    assert fold("".join(FOLDS) + "A–b—c") == "".join(FOLDS.values()) + "A–b—c"
