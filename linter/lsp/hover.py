"""What is known of the findings under the pointer."""

from lsprotocol import types

from linter.lsp.check import Checked
from linter.reports.markdown import finding


def hover(checked: Checked, position: types.Position) -> types.Hover | None:
    """The findings at a position, the suppressed ones too, the shortest first."""
    at = checked.border.offset(position)
    violations = checked.report.violations if checked.report is not None else ()
    here = [violation for violation in violations if violation.span.start <= at < violation.span.end]
    if not here:
        return None
    here.sort(key=lambda violation: violation.span.end - violation.span.start)
    text = "\n\n---\n\n".join(map(finding, here))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), checked.border.range(here[0].span))
