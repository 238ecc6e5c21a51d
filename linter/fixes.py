"""Apply the edits that findings offer to a text, in rounds, checking the text again after each."""

from collections.abc import Callable, Iterable, Sequence

from linter.value import Struct
from linter.violation import Edit, Violation

ROUNDS = 50
"""More rounds than an article needs. A round applies all replacements but only one insertion, because one may resolve
several findings."""

GROWTH = 20_000
"""Characters by which a text may grow beyond twice its length; this stops edits that trigger themselves."""


class Fixed(Struct, frozen=True):
    """A text after its edits, with the findings whose edits were applied, in order, and the remaining ones;
    ``resolved`` is the number of findings that the edits resolve: one edit may resolve several."""

    text: str
    applied: tuple[Violation, ...]
    remaining: tuple[Violation, ...]
    resolved: int


def apply_fixes(text: str, lint: Callable[[str], Sequence[Violation]], suggested: bool = False) -> Fixed:
    """Apply all safe edits to the text, with ``suggested`` the drafts too; ``lint`` returns the violations of a text.

    The result is idempotent: applying fixes again changes nothing.
    """
    applied: list[Violation] = []
    seen, max_length = {text}, 2 * len(text) + GROWTH
    violations = lint(text)
    offered = sum(_offers(violation, suggested) for violation in violations)
    for _ in range(ROUNDS):
        chosen = choose(violations, text, suggested)
        changed = _edited(text, [edit for _, edit in chosen])
        if changed in seen or len(changed) > max_length:  # nothing to do, or rules that undo each other's edits
            break
        seen.add(changed)
        applied.extend(violation for violation, _ in chosen)
        text, violations = changed, lint(changed)
    left = sum(_offers(violation, suggested) for violation in violations)
    return Fixed(text, tuple(applied), tuple(violations), max(len(applied), offered - left))


def choose(violations: Iterable[Violation], text: str, suggested: bool) -> list[tuple[Violation, Edit]]:
    """The edits of a round: the first of any that overlap, and at most one insertion, of text not yet present."""
    chosen: list[tuple[Violation, Edit]] = []
    reached, inserted = 0, False
    for violation in sorted(violations, key=_place):
        edit = violation.fix
        if edit is None or not _offers(violation, suggested) or edit.span.start < reached:
            continue
        if edit.span.start == edit.span.end:
            if inserted or edit.text.strip() in text:
                continue
            inserted = True
        chosen.append((violation, edit))
        reached = max(reached, edit.span.end)
    return chosen


def _offers(violation: Violation, suggested: bool) -> bool:
    edit = violation.fix
    return edit is not None and violation.suppressed is None and (edit.safe or suggested)


def _place(violation: Violation) -> tuple[int, int]:
    return (0, 0) if violation.fix is None else (violation.fix.span.start, violation.fix.span.end)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits that do not overlap and are sorted by position."""
    parts: list[str] = []
    reached = 0
    for edit in edits:
        parts += [text[reached : edit.span.start], edit.text]
        reached = edit.span.end
    return "".join([*parts, text[reached:]])
