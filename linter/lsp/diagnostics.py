"""Convert findings to diagnostics."""

from collections.abc import Callable, Iterator

from lsprotocol import types

from linter.lsp.check import Checked
from linter.outcome import FileError
from linter.reports.wording import error_name
from linter.source import Position, Span
from linter.violation import Severity, Violation

SOURCE = "medlint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
Link = Callable[[Violation], str]
"""Returns the address of a rule's page, or an empty string."""


def diagnostics(checked: Checked, link: Link) -> list[types.Diagnostic]:
    """The diagnostics of an article: errors, then the findings that are not suppressed."""
    return [
        *(_error(error, checked) for error in checked.errors),
        *(diagnostic(violation, checked, link) for violation in checked.open),
    ]


def diagnostic(violation: Violation, checked: Checked, link: Link) -> types.Diagnostic:
    """The diagnostic of a finding; evidence outside its span is related information."""
    address = link(violation)
    return types.Diagnostic(
        range=checked.positions.range(violation.span),
        message=violation.message,
        severity=_SEVERITIES[violation.severity],
        code=violation.code,
        code_description=types.CodeDescription(address) if address else None,
        source=SOURCE,
        related_information=list(_related(violation, checked)) or None,
    )


def _related(violation: Violation, checked: Checked) -> Iterator[types.DiagnosticRelatedInformation]:
    for piece in violation.evidence:
        if piece.span.end <= violation.span.start or violation.span.end <= piece.span.start:
            place = types.Location(checked.article.uri, checked.positions.range(piece.span))
            yield types.DiagnosticRelatedInformation(place, f"{piece.kind}: {' '.join(piece.text.split())}")


def _error(error: FileError, checked: Checked) -> types.Diagnostic:
    source = checked.positions.source
    at = source.offset(Position(error.line, error.column)) if error.line else 0
    return types.Diagnostic(
        range=checked.positions.range(Span(at, at)),
        message=error.message,
        severity=types.DiagnosticSeverity.Error,
        code=error_name(error),
        source=SOURCE,
    )
