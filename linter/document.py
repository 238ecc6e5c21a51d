"""What an article is, whatever format it was written in: frozen values that every check reads.

A :class:`View` is a run of prose with the way back to the source. Its text is the source's own characters after a
one-to-one folding (curly quotes to straight, dashes to ``-``, no-break spaces to a space, Cyrillic letters that look
like Latin ones to those; case is kept), with :data:`DROPPED` in the place of an inline that is not prose (code, an
image, a JSX expression), so that no phrase joins across it. An entity or an escape is one view character over several
source characters.
"""

from bisect import bisect_right
from collections.abc import Mapping
from enum import StrEnum

from linter.source import SourceText, Span
from linter.typed import Any
from linter.value import EMPTY, Struct

DROPPED = "\ufffc"
_SEEMING = "асеорхуіѕјһАВСЕНІЈКМОРЅТХУ"
"""What a Cyrillic keyboard gives for some Latin letters."""

FOLDS = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u2032": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u200a": " ",
        "\u202f": " ",
        "\u3000": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        **dict(zip(_SEEMING, "aceopxyisjhABCEHIJKMOPSTXY", strict=True)),
    }
)


def fold_text(text: str) -> str:
    """Text with typographic characters as views have them; offsets stay the same."""
    return text.translate(FOLDS)


class Scope(StrEnum):
    """Where in an article a block stands."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    TABLE_HEADER = "table-header"
    QUOTE = "quote"
    ALT_TEXT = "alt-text"
    CAPTION = "caption"
    TITLE = "title"
    DESCRIPTION = "description"
    BUTTON = "button"
    SUMMARY = "summary"
    FINE_PRINT = "fine-print"
    NAVIGATION = "navigation"


class InlineKind(StrEnum):
    """What a stretch inside a block is beside prose."""

    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    IMAGE = "image"
    REFERENCE = "reference"
    BUTTON = "button"
    SMALL = "small"
    QUOTATION = "quotation"


class Inline(Struct, frozen=True):
    """A link, an emphasis, a reference mark …: view offsets, and the target where there is one."""

    kind: InlineKind
    start: int
    end: int
    target: str = ""


class Piece(Struct, frozen=True):
    """View characters ``[start, end)`` come from source characters ``[source_start, source_end)``.

    Where both lengths are equal the mapping is character by character; else the piece is one unit (an entity).
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def linear(self) -> bool:
        """Whether each view character has its own source character."""
        return self.end - self.start == self.source_end - self.source_start


class View(Struct, frozen=True):
    """Prose and the way back to the source. Pieces are ordered, non-empty and cover the text without gaps."""

    text: str
    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> Span:
        """The source span of view characters ``[start, end)``; ``0 <= start < end <= len(text)``."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no stretch {start}:{end} in a view of {len(self.text)} characters")
        first = self._piece_at(start)
        last = self._piece_at(end - 1)
        source_start = first.source_start + start - first.start if first.linear else first.source_start
        source_end = last.source_start + end - last.start if last.linear else last.source_end
        return Span(source_start, source_end)

    def _piece_at(self, offset: int) -> Piece:
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        return self.pieces[index]


class Block(Struct, frozen=True):
    """One paragraph, heading, list item, table cell … in reading order.

    ``level`` is the heading level (1-6), or the nesting depth of a list item or quotation (1 and up), else 0.
    ``section`` is the index in :attr:`Document.sections` of the section that the block stands in; a heading stands in
    the section it opens. ``row`` groups the cells of one table row, ``column`` the blocks of one cell (-1 elsewhere); a
    cell without prose has no block. ``quoted`` says that the block stands inside a quotation block; ``collapsed`` that
    a reader must open something first (``<details>``).
    """

    index: int
    scope: Scope
    span: Span
    view: View
    level: int = 0
    section: int = 0
    row: int = -1
    column: int = -1
    quoted: bool = False
    collapsed: bool = False
    inlines: tuple[Inline, ...] = ()


class Section(Struct, frozen=True):
    """A heading and what stands under it. Section 0 is the part before the first heading and has no heading block.

    ``parent`` is the index of the enclosing section (-1 for section 0); ``end_block`` is exclusive and covers the
    subsections too.
    """

    index: int
    level: int
    heading: int | None
    parent: int
    start_block: int
    end_block: int


class Directive(Struct, frozen=True):
    """A comment that speaks to medlint: ``<!-- medlint: … -->``; ``text`` is what follows the colon, stripped (all, if
    the colon is missing)."""

    text: str
    span: Span
    block_before: int
    """Index of the last block that starts before the comment; -1 before the first."""
    about: Span | None = None
    """What it speaks of where the syntax of code tells: an entry of a list, a property, a line."""


class FrontMatter(Struct, frozen=True):
    """Metadata of an article: its values and where each top-level key stands. ``error`` tells why it cannot be read."""

    values: Mapping[str, Any] = EMPTY
    spans: Mapping[str, Span] = EMPTY
    error: str = ""
    error_span: Span | None = None


class Document(Struct, frozen=True):
    """One article. Blocks are in reading order and ``blocks[i].index == i``."""

    source: SourceText
    format: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    front_matter: FrontMatter = FrontMatter()
    directives: tuple[Directive, ...] = ()

    def section_blocks(self, section: Section) -> tuple[Block, ...]:
        """The blocks of a section and of its subsections, its heading included."""
        return self.blocks[section.start_block : section.end_block]

    def heading_of(self, block: Block) -> Block | None:
        """The heading that the block stands under (itself, for a heading)."""
        heading = self.sections[block.section].heading
        return None if heading is None else self.blocks[heading]
