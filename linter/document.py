"""What an article is, whatever format it was written in: frozen values that every check reads."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from linter.source import SourceText, Span
from linter.typed import Any
from linter.value import EMPTY, Struct
from linter.view import View


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

    @property
    def heads(self) -> bool:
        """Whether it stands over others: a heading, or the title of the page."""
        return self.scope is Scope.HEADING or self.scope is Scope.TITLE

    @property
    def titles(self) -> bool:
        """Whether it says what the page is about: the title, or a heading of the first level."""
        return self.scope is Scope.TITLE or (self.scope is Scope.HEADING and self.level == 1)

    @property
    def listed(self) -> bool:
        """Whether it stands among others of its kind, in a list or a table."""
        return self.scope is Scope.LIST_ITEM or self.scope is Scope.TABLE_CELL

    def beside(self, other: "Block") -> bool:
        """Whether another block stands in the same row of a table."""
        return self.row >= 0 and self.row == other.row


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

    def with_subsections(self, sections: Iterable[int]) -> frozenset[int]:
        """Some sections, by index, and those below them."""
        found = set(sections)
        for section in self.sections:  # parents come first
            if section.parent in found:
                found.add(section.index)
        return frozenset(found)

    def heading_of(self, block: Block) -> Block | None:
        """The heading that the block stands under (itself, for a heading)."""
        heading = self.sections[block.section].heading
        return None if heading is None else self.blocks[heading]
