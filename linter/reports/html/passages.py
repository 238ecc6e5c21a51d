"""Lay out an article's text in passages, with marks for its findings and notes beside them."""

from collections.abc import Collection, Mapping, Sequence

from linter.document import Block, Document, Scope
from linter.outcome import FileReport
from linter.reports.html.inlines import Note, render
from linter.reports.html.layout import Cell, Group, Shape, groups, label_of, rows
from linter.reports.html.placement import Mark, marks_of
from linter.reports.html.values import CellLines, Finding, Line, Passage
from linter.value import EMPTY, Struct

Marks = Mapping[int, Sequence[Mark]]
"""The marks of each block, by the block's index."""


def marked(file: FileReport, whole: Collection[int]) -> tuple[Marks, Mapping[int, int]]:
    """Return the marks, and the block index of each finding that has a place; the findings in ``whole`` have none."""
    if file.document is None:
        return EMPTY, EMPTY
    return marks_of(
        file.document,
        (
            (number, violation.span, [clue.span for clue in violation.evidence])
            for number, violation in enumerate(file.violations, 1)
            if number not in whole
        ),
    )


class _Text(Struct, frozen=True):
    """Renders the blocks of an article with their marks."""

    document: Document
    marks: Marks
    notes: Mapping[int, Note]
    beside: Mapping[int, Sequence[Finding]] = EMPTY

    def line(self, block: Block) -> Line:
        html = render(self.document, block, self.marks.get(block.index, ()), self.notes)
        return Line(html, block.level, label_of(block))

    def cell(self, cell: Cell) -> CellLines:
        header = cell.blocks[0].scope is Scope.TABLE_HEADER
        return CellLines(cell.gap, header, tuple(self.line(block) for block in cell.blocks))

    def passage(self, group: Group) -> Passage:
        table = group.shape is Shape.TABLE
        return Passage(
            shape=group.shape,
            label=group.label,
            lines=() if table else tuple(self.line(block) for block in group.blocks),
            rows=tuple(tuple(self.cell(cell) for cell in row) for row in rows(group.blocks)) if table else (),
            notes=tuple(finding for block in group.blocks for finding in self.beside.get(block.index, ())),
        )


def passages_of(
    document: Document,
    findings: Sequence[Finding],
    marks: Marks,
    home: Mapping[int, int],
) -> tuple[Passage, ...]:
    """The passages of an article; ``marks`` and ``home`` are from :func:`marked`."""
    beside: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.placed:
            beside.setdefault(home[finding.number], []).append(finding)
    notes = {finding.number: Note(finding.weight, finding.anchor) for finding in findings}
    text = _Text(document, marks, notes, beside)
    return tuple(text.passage(group) for group in groups(document.blocks))
