"""Suppress findings inside approved wordings, on behalf of the person who approved the wording."""

from bisect import bisect_right
from collections.abc import Sequence

from linter.approved import MEANS, ApprovedClaim
from linter.checks.approved import judged_uses
from linter.checks.article import Article
from linter.rules.program import Rule
from linter.source import Span
from linter.value import replace
from linter.violation import Suppression, Violation


def with_approvals(violations: Sequence[Violation], rules: Sequence[Rule], article: Article) -> tuple[Violation, ...]:
    """Suppress the violations that lie entirely inside an approved wording that is valid here.

    Duties are never suppressed: the wording of a sentence does not meet what the article as a whole owes.
    """
    suppressible = {rule.code for rule in rules if rule.suppressible and not rule.duty and rule.kind != "approved"}
    held = [judged.use for judged in judged_uses(article) if not judged.problem]
    places = sorted(((use.reading.block.view.span(use.start, use.end), use.claim) for use in held), key=_start)
    if not places:
        return tuple(violations)
    return tuple(
        replace(violation, suppressed=suppression)
        if violation.code in suppressible and (suppression := _approval(violation.span, places)) is not None
        else violation
        for violation in violations
    )


def _approval(span: Span, places: Sequence[tuple[Span, ApprovedClaim]]) -> Suppression | None:
    # places do not overlap, so only the last one that starts before the finding can contain it
    number = bisect_right(places, span.start, key=_start) - 1
    if number < 0 or places[number][0].end < span.end:
        return None
    claim = places[number][1]
    until = claim.until.isoformat() if claim.until else ""
    return Suppression(MEANS, f"{claim.id} ({claim.reference})", claim.by, until)


def _start(place: tuple[Span, ApprovedClaim]) -> int:
    return place[0].start
