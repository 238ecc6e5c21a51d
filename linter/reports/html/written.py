"""Restore a block as its author wrote it, with the characters that its view folds or drops."""

from linter.document import Block, Document
from linter.reports.html.safe import unseen
from linter.view import fold


def as_read(document: Document, block: Block) -> str:
    """The view's text with the original quotes, dashes and spaces, at the same offsets."""
    view, source = block.view, document.source.text
    parts = []
    for piece in view.pieces:
        folded = view.text[piece.start : piece.end]
        original = source[piece.source_start : piece.source_end] if piece.linear else folded
        same = original == folded or fold(original) == folded
        parts.append(original if same else folded)
    return "".join(parts)


def hidden_in(document: Document, block: Block) -> dict[int, str]:
    """The invisible source characters between those of the view, by the view offset that follows them."""
    source = document.source.text
    if not unseen(source[block.span.start : block.span.end]):
        return {}
    end, found = block.view.pieces[0].source_start, {}
    for piece in block.view.pieces:
        # a nonlinear piece, such as right-to-left text, includes its direction marks
        if characters := unseen(source[end : piece.source_start if piece.linear else piece.source_end]):
            found[piece.start] = characters
        end = piece.source_end
    return found
