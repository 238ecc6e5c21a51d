"""Place findings and their evidence in the blocks of an article: convert source spans to view offsets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from itertools import islice

from linter.document import Block, Document
from linter.source import Span
from linter.value import Struct
from linter.view import Piece


class Mark(Struct, frozen=True):
    """View characters ``[start, end)`` of a block that are a finding, or (``clue``) its evidence."""

    start: int
    end: int
    number: int
    """The finding's number in its article, from 1."""
    clue: bool = False


class Places:
    """Maps source spans of a document to its blocks."""

    def __init__(self, document: Document) -> None:
        pieces = [(piece, block) for block in document.blocks for piece in block.view.pieces]
        pieces.sort(key=lambda pair: pair[0].source_start)
        self._pieces = pieces
        self._starts = [piece.source_start for piece, _ in pieces]

    def find(self, span: Span) -> tuple[Block, int, int] | None:
        """The block that a source span starts in, and the view offsets; None if no block contains it."""
        index = max(0, bisect_right(self._starts, span.start) - 1)
        while index < len(self._pieces) and self._pieces[index][0].source_end <= span.start:
            index += 1
        if index == len(self._pieces) or self._pieces[index][0].source_start >= span.end:
            return None
        piece, block = self._pieces[index]
        start, end = _within(piece, span)
        for later, owner in islice(self._pieces, index + 1, bisect_left(self._starts, span.end)):
            if owner is block:
                end = _within(later, span)[1]
        return block, start, end


def _within(piece: Piece, span: Span) -> tuple[int, int]:
    """The view offsets of the part of a piece that a source span covers; a nonlinear piece is taken whole."""
    if not piece.linear:
        return piece.start, piece.end
    start = piece.start + max(0, span.start - piece.source_start)
    return start, piece.end - max(0, piece.source_end - span.end)


def marks_of(
    document: Document, findings: Iterable[tuple[int, Span, Iterable[Span]]]
) -> tuple[Mapping[int, list[Mark]], Mapping[int, int]]:
    """Return the marks by block index, and the block index of each finding that has a place.

    A finding is given as its number, its span and the spans of its evidence.
    """
    places = Places(document)
    by_block: dict[int, list[Mark]] = {}
    home: dict[int, int] = {}
    for number, span, clues in findings:
        found = places.find(span)
        if found is None:
            continue
        block, start, end = found
        home[number] = block.index
        by_block.setdefault(block.index, []).append(Mark(start, end, number))
        for clue in clues:
            spot = None if span.start <= clue.start and clue.end <= span.end else places.find(clue)
            if spot is not None:
                by_block.setdefault(spot[0].index, []).append(Mark(spot[1], spot[2], number, clue=True))
    return by_block, home
