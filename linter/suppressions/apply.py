"""Suppressions applied: which violations a request covers, and what is wrong with the request itself."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from linter.source import Span
from linter.suppressions.directives import Request, Unreadable
from linter.violation import Suppression, Violation


class Problem(Struct, frozen=True):
    """What is wrong with a directive: one of ``unreadable``, ``unknown``, ``no-reason``, ``expired``, ``unused`` and
    ``refused`` (the rule may not be suppressed), with a text for the message."""

    kind: str
    span: Span
    detail: str


def suppress(
    violations: Sequence[Violation],
    requests: Sequence[Request | Unreadable],
    names: Mapping[str, str],
    suppressible: Collection[str],
    active: Collection[str],
    today: str,
) -> tuple[tuple[Violation, ...], tuple[Problem, ...]]:
    """The violations with their suppressions, and the problems of the requests.

    ``names`` maps every known code and rule name to a code; ``suppressible`` are the codes that may be suppressed,
    ``active`` those that ran (a request for a rule that did not run is not called unused); ``today`` is an ISO date.
    """
    problems: list[Problem] = []
    covering: dict[int, Suppression] = {}
    for request in requests:
        if isinstance(request, Unreadable):
            problems.append(Problem("unreadable", request.span, request.why))
            continue
        found = list(_problems_of(request, names, suppressible, today))
        problems.extend(found)
        # expired or unexplained, it suppresses nothing; of several codes the sound ones still count
        if any(problem.kind in ("no-reason", "expired") for problem in found):
            continue
        for name in request.codes:
            code = names.get(name)
            if code is None or code not in suppressible:
                continue
            covered = [
                number
                for number, violation in enumerate(violations)
                if violation.code == code and _touches(violation.span, request.target)
            ]
            if not covered and code in active:
                problems.append(Problem("unused", request.span, f"nothing to suppress for {name} there"))
            suppression = Suppression(
                request.means, request.reason, request.by, request.until.isoformat() if request.until else ""
            )
            covering.update(dict.fromkeys(covered, suppression))
    marked = tuple(
        replace(violation, suppressed=covering[number]) if number in covering else violation
        for number, violation in enumerate(violations)
    )
    return marked, tuple(problems)


def _problems_of(
    request: Request, names: Mapping[str, str], suppressible: Collection[str], today: str
) -> Iterator[Problem]:
    for name in request.codes:
        code = names.get(name)
        if code is None:
            yield Problem("unknown", request.span, f"no rule '{name}'")
        elif code not in suppressible:
            yield Problem("refused", request.span, f"{name} may not be suppressed")
    if not request.reason:
        yield Problem("no-reason", request.span, "write the reason after --")
    if request.until is not None and today and request.until < date.fromisoformat(today):
        yield Problem("expired", request.span, f"it ended on {request.until.isoformat()}")


def _touches(span: Span, target: Span) -> bool:
    return span.start < target.end and target.start < span.end
