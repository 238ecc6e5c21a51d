"""Apply suppression requests: which violations a request covers, and what is wrong with the request itself."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from linter.expression import expression
from linter.hints import nearest
from linter.rules.program import Rule
from linter.rules.selection import is_now
from linter.source import Span
from linter.suppressions.comments.directives import Request, RuleRef, Unreadable
from linter.value import EMPTY, Struct, replace
from linter.violation import Suppression, Violation

_LETTERS = expression(r"[^\W_]+")


class Problem(Struct, frozen=True):
    """What is wrong with a directive: one of ``unreadable``, ``unknown``, ``renamed``, ``no-reason``, ``expired``,
    ``unused`` and ``refused`` (the rule may not be suppressed), with a detail for the message."""

    kind: str
    span: Span
    detail: str


class Allowance(Struct, frozen=True):
    """What comments may suppress on a day (``today``, an ISO date).

    ``codes`` maps every known code and rule name to a code, ``renamed`` maps old names to a message with the current
    one; ``suppressible`` are the codes that may be suppressed, ``active`` those that ran: a request for a rule that
    did not run is never reported as unused.
    """

    codes: Mapping[str, str]
    suppressible: Collection[str]
    active: Collection[str]
    today: str
    renamed: Mapping[str, str] = EMPTY


def allowance(known: Sequence[Rule], active: Sequence[Rule], today: str) -> Allowance:
    """What the rules allow: ``known`` are all rules, ``active`` those that ran, as configured."""
    # a configuration may forbid suppressions that the rule file allows
    refused = {rule.code for rule in active if not rule.suppressible}
    return Allowance(
        {name: rule.code for rule in known for name in (rule.code, rule.id, *rule.aliases)},
        {rule.code for rule in known if rule.suppressible} - refused,
        {rule.code for rule in active},
        today,
        {name: is_now(name, rule) for rule in known for name in rule.aliases},
    )


def suppress(
    violations: Sequence[Violation], requests: Sequence[Request | Unreadable], allowed: Allowance
) -> tuple[tuple[Violation, ...], tuple[Problem, ...]]:
    """Return the violations (in document order) with their suppressions, and the problems of the requests."""
    problems: list[Problem] = []
    covering: dict[int, Suppression] = {}
    by_code = _by_code(violations)
    for request in requests:
        if isinstance(request, Unreadable):
            problems.append(Problem("unreadable", request.span, request.why))
            continue
        found = list(_problems_of(request, allowed))
        problems.extend(found)
        # an expired or unexplained request suppresses nothing; one bad code does not affect the others
        if any(problem.kind in ("no-reason", "expired") for problem in found):
            continue
        suppression = Suppression(
            request.means, request.reason, request.by, request.until.isoformat() if request.until else ""
        )
        for ref in request.rules:
            code = allowed.codes.get(ref.name)
            if code is None or code not in allowed.suppressible:
                continue
            covered = list(_covered(ref, request.target, by_code.get(code, _NOTHING), violations))
            if not covered and code in allowed.active:
                problems.append(Problem("unused", request.span, f"no finding of {_label(ref)} there"))
            covering.update(dict.fromkeys(covered, suppression))
    marked = tuple(
        replace(violation, suppressed=covering[number]) if number in covering else violation
        for number, violation in enumerate(violations)
    )
    return marked, tuple(problems)


class _Places(Struct, frozen=True):
    """The violations of one code: their numbers and starts (parallel), and the length of the longest."""

    numbers: list[int]
    starts: list[int]
    longest: int


_NOTHING = _Places([], [], 0)


def _by_code(violations: Sequence[Violation]) -> dict[str, _Places]:
    numbers: dict[str, list[int]] = {}
    for number, violation in enumerate(violations):
        numbers.setdefault(violation.code, []).append(number)
    return {
        code: _Places(
            own,
            [violations[number].span.start for number in own],
            max(violations[number].span.end - violations[number].span.start for number in own),
        )
        for code, own in numbers.items()
    }


def _covered(ref: RuleRef, target: Span, places: _Places, violations: Sequence[Violation]) -> Iterator[int]:
    words = _letters(ref.words)
    first = bisect_left(places.starts, target.start - places.longest)
    for number in places.numbers[first : bisect_left(places.starts, target.end)]:
        violation = violations[number]
        if target.start < violation.span.end and words in _letters(violation.excerpt):
            yield number


def _letters(text: str) -> str:
    """Normalize quoted words for comparison: case, markup and punctuation are ignored."""
    return " ".join(_LETTERS.findall(text.lower()))


def _label(ref: RuleRef) -> str:
    return f'{ref.name} "{ref.words}"' if ref.words else ref.name


def _problems_of(request: Request, allowed: Allowance) -> Iterator[Problem]:
    for ref in request.rules:
        if ref.name in allowed.renamed:
            yield Problem("renamed", request.span, allowed.renamed[ref.name])
        code = allowed.codes.get(ref.name)
        if code is None:
            yield Problem("unknown", request.span, f"no rule '{ref.name}'{nearest(ref.name, allowed.codes)}")
        elif code not in allowed.suppressible:
            yield Problem("refused", request.span, f"{ref.name} may not be suppressed")
    if not request.reason:
        yield Problem("no-reason", request.span, "write the reason after --")
    today = allowed.today
    if request.until is not None and today and request.until < date.fromisoformat(today):
        yield Problem("expired", request.span, f"it expired on {request.until.isoformat()}")
