from linter.document import Scope
from linter.parsers.drafts import Draft
from linter.parsers.structure import Remark, assemble
from linter.source import SourceText, Span
from linter.view import Piece, View

SOURCE = SourceText("a.md", "x" * 20)


def draft(start: int, level: int = 0) -> Draft:
    view = View("x", (Piece(0, 1, start, start + 1),))
    return Draft(start, Scope.HEADING if level else Scope.PARAGRAPH, view, level)


def test_sections_nest_by_level() -> None:
    drafts = [draft(0), draft(1, 2), draft(2, 4), draft(3), draft(4, 3), draft(5, 1), draft(6)]
    document = assemble(SOURCE, "text", drafts)
    assert [
        (found.level, found.heading, found.parent, found.start_block, found.end_block) for found in document.sections
    ] == [
        (0, None, -1, 0, 7),
        (2, 1, 0, 1, 5),
        (4, 2, 1, 2, 4),
        (3, 4, 1, 4, 5),
        (1, 5, 0, 5, 7),
    ]
    assert [block.section for block in document.blocks] == [0, 1, 2, 2, 3, 4, 4]


def test_blocks_and_directives_stand_in_reading_order() -> None:
    document = assemble(
        SOURCE,
        "text",
        [draft(5), draft(1)],
        [Remark(Span(at, at + 1), name) for name, at in zip("abc", (0, 3, 9), strict=True)],
    )
    assert [block.span.start for block in document.blocks] == [1, 5]
    assert [found.block_before for found in document.directives] == [-1, 0, 1]


def test_an_empty_article_has_one_section() -> None:
    document = assemble(SOURCE, "text", [])
    assert len(document.sections) == 1
    assert document.sections[0].end_block == 0
