"""Hover text for the findings under the cursor."""

from lsprotocol import types

from linter.lsp.check import Checked
from linter.reports.markdown import finding


def hover(checked: Checked, position: types.Position) -> types.Hover | None:
    """Describe the findings at a position, including suppressed ones, shortest span first."""
    at = checked.positions.offset(position)
    violations = checked.report.violations if checked.report is not None else ()
    found = [violation for violation in violations if violation.span.start <= at < violation.span.end]
    if not found:
        return None
    found.sort(key=lambda violation: violation.span.end - violation.span.start)
    text = "\n\n---\n\n".join(map(finding, found))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), checked.positions.range(found[0].span))
