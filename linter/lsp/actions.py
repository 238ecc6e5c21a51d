"""Code actions: apply the edit of a finding, apply all safe edits, or suppress a finding."""

import re
from collections.abc import Iterator, Sequence

from lsprotocol import types

from linter.fixes import choose
from linter.lsp.check import Checked
from linter.lsp.diagnostics import Link, diagnostic
from linter.source import Span
from linter.suppressions.comments.write import BEFORE_REASON, suppression_edit
from linter.value import Struct
from linter.violation import Edit, Violation

FIX_ALL = "source.fixAll.medlint"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
_MAX_SHOWN = 60


class Abilities(Struct, frozen=True):
    """What edits a client supports: edits for one version of a document, snippets with fields to fill in."""

    versions: bool = False
    fields: bool = False


def actions(
    checked: Checked, span: Span, wanted: Sequence[str] | None, link: Link, abilities: Abilities
) -> list[types.CodeAction]:
    """The actions for a span of an article, of the wanted kinds (None: all)."""
    found: list[types.CodeAction] = []
    if _is_wanted(types.CodeActionKind.QuickFix.value, wanted):
        touched = [found for found in checked.open if found.span.start <= span.end and span.start <= found.span.end]
        # duties are reported on the whole title: a claim in the title is closer to the cursor, so it comes first
        touched.sort(key=lambda violation: violation.span.end - violation.span.start)
        for violation in touched:
            found += _fix_actions(violation, checked, link, abilities)
        for violation in touched:
            found += _suppress_actions(violation, checked, link, abilities)
    if _is_wanted(FIX_ALL, wanted):
        found += _fix_all_actions(checked, abilities)
    return found


def _is_wanted(kind: str, wanted: Sequence[str] | None) -> bool:
    """Whether a kind is wanted; a wanted kind includes its subkinds."""
    return wanted is None or any(kind == parent or kind.startswith(f"{parent}.") for parent in wanted)


def _fix_actions(violation: Violation, checked: Checked, link: Link, can: Abilities) -> Iterator[types.CodeAction]:
    if violation.fix is not None:
        yield types.CodeAction(
            _title(violation.fix, violation),
            types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(violation, checked, link)],
            is_preferred=violation.fix.safe,
            edit=_workspace_edit([_text_edit(violation.fix, checked)], checked, can),
        )


def _title(edit: Edit, violation: Violation) -> str:
    if edit.span.start == edit.span.end:
        return f"{violation.code}: insert “{_short(re.sub(r'</?p>', '', edit.text))}”"
    return f"{violation.code}: replace with “{_short(edit.text)}”" if edit.text else f"{violation.code}: delete it"


def _suppress_actions(violation: Violation, checked: Checked, link: Link, can: Abilities) -> Iterator[types.CodeAction]:
    if checked.plan is None or checked.report is None or checked.report.document is None:
        return
    if not any(rule.suppressible for rule in checked.plan.rules if rule.code == violation.code):
        return
    edit = suppression_edit(violation, checked.report.document, checked.plan.setting.copy)
    if edit is not None:
        text_edit = _with_field(edit, checked) if can.fields and can.versions else _text_edit(edit, checked)
        yield types.CodeAction(
            f"{violation.code}: suppress “{_short(violation.excerpt)}” here, with a reason",
            types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(violation, checked, link)],
            edit=_workspace_edit([text_edit], checked, can),
        )


def _fix_all_actions(checked: Checked, can: Abilities) -> Iterator[types.CodeAction]:
    edits = [edit for _, edit in choose(checked.open, checked.positions.source.text, suggested=False)]
    if edits:
        yield types.CodeAction(
            f"medlint: apply all safe fixes ({len(edits)})",
            FIX_ALL,
            edit=_workspace_edit([_text_edit(edit, checked) for edit in edits], checked, can),
        )


def _text_edit(edit: Edit, checked: Checked) -> types.TextEdit:
    return types.TextEdit(checked.positions.range(edit.span), edit.text)


def _with_field(edit: Edit, checked: Checked) -> types.SnippetTextEdit:
    """The edit as a snippet with a field for the reason."""
    snippet = re.sub(r"([\\$}])", r"\\\1", edit.text).replace(BEFORE_REASON, f"{BEFORE_REASON}${{1:reason}}", 1)
    return types.SnippetTextEdit(checked.positions.range(edit.span), types.StringValue(snippet))


def _workspace_edit(
    edits: Sequence[types.TextEdit | types.SnippetTextEdit], checked: Checked, can: Abilities
) -> types.WorkspaceEdit:
    article = checked.article
    if can.versions:
        document = types.OptionalVersionedTextDocumentIdentifier(article.uri, article.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(edits))])
    return types.WorkspaceEdit({article.uri: [edit for edit in edits if isinstance(edit, types.TextEdit)]})


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MAX_SHOWN else f"{line[: _MAX_SHOWN - 1]}…"
