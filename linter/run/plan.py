"""How the articles of a run are judged, and what its report says of that."""

from collections.abc import Iterator, Sequence

from linter.checks.setting import Setting
from linter.digest import digest
from linter.report import Report, RuleFact
from linter.results import Results
from linter.rules.program import Program, Rule
from linter.value import Struct
from linter.version import VERSION
from linter.violation import Severity


class Plan(Struct, frozen=True):
    """By what articles are judged."""

    program: Program
    rules: tuple[Rule, ...]
    setting: Setting
    results: Results | None = None
    """What was found in articles before."""


def outline_of(plans: Sequence[Plan], fail_on: Severity = Severity.ERROR) -> Report:
    """The report of a run before it has begun: all but what its files tell. Equal plans may be one object."""
    plans = list({id(plan): plan for plan in plans}.values())
    facts = {fact.code: fact for plan in plans for fact in _facts(plan)}
    return Report(
        VERSION,
        _hash(plans),
        fail_on,
        (),
        (),
        tuple(facts[code] for code in sorted(facts)),
        regions=tuple(dict.fromkeys(region for plan in plans for region in plan.setting.regions)),
        grade_target=_grade_target([rule for plan in plans for rule in plan.rules]),
    )


def _facts(plan: Plan) -> Iterator[RuleFact]:
    """The rules that run."""
    regions = plan.setting.regions
    for rule in plan.rules:
        if set(rule.jurisdictions) & set(regions):
            yield RuleFact(
                rule.code,
                rule.id,
                rule.family,
                rule.severity,
                rule.message,
                rule.why,
                rule.suggestion,
                rule.kind,
                citations=rule.cited(regions),
                jurisdictions=rule.jurisdictions,
                duty=rule.duty,
                suppressible=rule.suppressible,
                aliases=rule.aliases,
            )


def _hash(plans: Sequence[Plan]) -> str:
    """The hash of the rule set; where configurations have several, the hash of their hashes."""
    hashes = sorted({plan.program.hash for plan in plans})
    return hashes[0] if len(hashes) == 1 else digest("".join(hashes).encode())[:16]


def _grade_target(rules: Sequence[Rule]) -> float:
    """The school grade that the readability rule aims at; 8, as the rule's own default, in a run without it."""
    targets = [rule.match["target"] for rule in rules if rule.kind == "readability" and rule.match["metric"] == "grade"]
    return float(targets[0]) if targets else 8.0
