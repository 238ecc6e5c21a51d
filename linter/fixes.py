"""Findings mended: the edits that they offer put into the text, round by round, each round checked again."""

from collections.abc import Callable, Iterable, Sequence

from linter.value import Struct
from linter.violation import Edit, Violation

ROUNDS = 50
"""More rounds than an article needs: each takes all replacements, and one insertion, since one may answer several
findings."""


GROWTH = 20_000
"""Characters by which a text may grow beyond twice its length; words that call for themselves get no further."""


class Mended(Struct, frozen=True):
    """A text after its edits: what was mended, in order, and what is still found in it."""

    text: str
    applied: tuple[Violation, ...]
    left: tuple[Violation, ...]


def mend(text: str, lint: Callable[[str], Sequence[Violation]], suggested: bool = False) -> Mended:
    """The text with all safe edits, or with the suggested ones too; ``lint`` gives the violations of a text.

    Mending twice changes no more than mending once.
    """
    applied: list[Violation] = []
    seen, most = {text}, 2 * len(text) + GROWTH
    violations = lint(text)
    for _ in range(ROUNDS):
        chosen = choose(violations, text, suggested)
        changed = _edited(text, [edit for _, edit in chosen])
        if changed in seen or len(changed) > most:  # nothing to do, or two rules that undo each other
            break
        seen.add(changed)
        applied.extend(violation for violation, _ in chosen)
        text, violations = changed, lint(changed)
    return Mended(text, tuple(applied), tuple(violations))


def choose(violations: Iterable[Violation], text: str, suggested: bool) -> list[tuple[Violation, Edit]]:
    """The edits of a round: of those that overlap the first; one insertion, of what does not stand there already."""
    chosen: list[tuple[Violation, Edit]] = []
    reached, inserted = 0, False
    for violation in sorted(violations, key=_place):
        edit = violation.fix
        if edit is None or violation.suppressed is not None or not (edit.safe or suggested):
            continue
        if edit.span.start < reached:
            continue
        if edit.span.start == edit.span.end:
            if inserted or edit.text.strip() in text:
                continue
            inserted = True
        chosen.append((violation, edit))
        reached = max(reached, edit.span.end)
    return chosen


def _place(violation: Violation) -> tuple[int, int]:
    return (0, 0) if violation.fix is None else (violation.fix.span.start, violation.fix.span.end)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits that do not overlap, in order of place."""
    parts: list[str] = []
    reached = 0
    for edit in edits:
        parts += [text[reached : edit.span.start], edit.text]
        reached = edit.span.end
    return "".join([*parts, text[reached:]])
