"""A block as its author wrote it: with the signs that its view folds, and those that nobody sees."""

from itertools import pairwise

from linter.document import Block, Document
from linter.reports.html.safe import unseen
from linter.view import fold


def as_read(document: Document, block: Block) -> str:
    """The view's text with the author's own quotes, dashes and spaces; offsets are those of the view."""
    view, source = block.view, document.source.text
    parts = []
    for piece in view.pieces:
        folded = view.text[piece.start : piece.end]
        original = source[piece.source_start : piece.source_end] if piece.linear else folded
        same = original == folded or fold(original) == folded
        parts.append(original if same else folded)
    return "".join(parts)


def hidden_in(document: Document, block: Block) -> dict[int, str]:
    """The characters between those of the view that nobody sees, by the view offset that they stand before."""
    source = document.source.text
    if not unseen(source[block.span.start : block.span.end]):
        return {}
    gaps = (
        (after.start, source[before.source_end : after.source_start]) for before, after in pairwise(block.view.pieces)
    )
    return {start: signs for start, gap in gaps if (signs := unseen(gap))}
