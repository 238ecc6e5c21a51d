"""The format-independent model of an article: frozen values that every check reads."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from linter.source import SourceText, Span
from linter.typed import Any
from linter.value import EMPTY, Struct
from linter.view import View


class Scope(StrEnum):
    """The role of a block in an article."""

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
    """The markup of a range inside a block."""

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
    """A link, an emphasis, a reference mark …: its view offsets and its target, if any."""

    kind: InlineKind
    start: int
    end: int
    target: str = ""


class Block(Struct, frozen=True):
    """A paragraph, heading, list item, table cell …

    ``level`` is the heading level (1-6), or the nesting depth of a list item or quotation (from 1), otherwise 0.
    ``section`` is the index of its section in :attr:`Document.sections`; a heading belongs to the section it opens.
    ``table`` and ``row`` identify the table and its row, ``column`` the cell in it (0, -1 and -1 outside tables), which
    spans ``width`` columns; a cell without prose has no block.
    ``quoted`` is true inside a block quotation; ``collapsed``, if a reader must open something first (``<details>``).
    """

    index: int
    scope: Scope
    span: Span
    view: View
    level: int = 0
    section: int = 0
    row: int = -1
    column: int = -1
    width: int = 1
    table: int = 0
    quoted: bool = False
    collapsed: bool = False
    inlines: tuple[Inline, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading or the title of the page."""
        return self.scope is Scope.HEADING or self.scope is Scope.TITLE

    @property
    def is_title(self) -> bool:
        """Whether it names the subject of the page: the title, or a level 1 heading."""
        return self.scope is Scope.TITLE or (self.scope is Scope.HEADING and self.level == 1)

    @property
    def listed(self) -> bool:
        """Whether it is a list item or a table cell."""
        return self.scope is Scope.LIST_ITEM or self.scope is Scope.TABLE_CELL

    def beside(self, other: "Block") -> bool:
        """Whether another block is in the same table row."""
        return self.row >= 0 and self.row == other.row


class Section(Struct, frozen=True):
    """A heading and the blocks under it. Section 0 is the part before the first heading and has no heading block.

    ``parent`` is the index of the enclosing section (-1 for section 0). ``end_block`` is exclusive, after all
    subsections.
    """

    index: int
    level: int
    heading: int | None
    parent: int
    start_block: int
    end_block: int


class Directive(Struct, frozen=True):
    """A comment addressed to medlint: ``<!-- medlint: … -->``. ``text`` is the stripped text after the colon (all of it
    if there is no colon)."""

    text: str
    span: Span
    block_before: int
    """Index of the last block that starts before the comment; -1 if there is none."""
    about: Span | None = None
    """What the comment applies to, if the parser can tell (in code): a list entry, a property, a line."""


class FrontMatter(Struct, frozen=True):
    """The metadata of an article: values, and spans of the top-level keys. ``error`` says why it cannot be read."""

    values: Mapping[str, Any] = EMPTY
    spans: Mapping[str, Span] = EMPTY
    error: str = ""
    error_span: Span | None = None


class Document(Struct, frozen=True):
    """An article. Blocks are in reading order and ``blocks[i].index == i``."""

    source: SourceText
    format: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    front_matter: FrontMatter = FrontMatter()
    directives: tuple[Directive, ...] = ()

    def section_blocks(self, section: Section) -> tuple[Block, ...]:
        """Return the blocks of a section and its subsections, including its heading."""
        return self.blocks[section.start_block : section.end_block]

    def with_subsections(self, sections: Iterable[int]) -> frozenset[int]:
        """Return the indexes of some sections and all their subsections."""
        found = set(sections)
        for section in self.sections:  # parents come first
            if section.parent in found:
                found.add(section.index)
        return frozenset(found)

    def heading_of(self, block: Block) -> Block | None:
        """Return the heading above a block, or the block itself if it is a heading; None before the first heading."""
        heading = self.sections[block.section].heading
        return None if heading is None else self.blocks[heading]
