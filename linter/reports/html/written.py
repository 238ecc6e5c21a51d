"""A block as its author wrote it: with the signs that its view folds, and those that nobody sees."""

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
    reached, found = block.view.pieces[0].source_start, {}
    for piece in block.view.pieces:
        # what is shown from right to left is a piece with the signs that say so
        if signs := unseen(source[reached : piece.source_start if piece.linear else piece.source_end]):
            found[piece.start] = signs
        reached = piece.source_end
    return found
