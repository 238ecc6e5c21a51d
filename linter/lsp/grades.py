"""Inlay hints with the reading grade of each section, beside its heading."""

from lsprotocol import types

from linter.lsp.check import Checked


def grades(checked: Checked, shown: types.Range) -> list[types.InlayHint]:
    """A hint for each section that starts in the range: its school grade, at the end of its first line."""
    sections = checked.report.sections if checked.report is not None else ()
    source = checked.positions.source
    return [
        types.InlayHint(
            checked.positions.position(source.line_span(section.line).end),
            f"grade {section.grade:g}",
            padding_left=True,
            tooltip=f"{section.words} words; target: grade {checked.grade_target:g}",
        )
        for section in sections
        if shown.start.line < section.line <= shown.end.line + 1
    ]
