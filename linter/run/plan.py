"""How the articles of a run are checked, and the part of its report that describes this."""

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
    """How an article is checked."""

    program: Program
    rules: tuple[Rule, ...]
    setting: Setting
    results: Results | None = None
    """The result cache, if it is used."""


def outline_of(plans: Sequence[Plan], fail_on: Severity = Severity.ERROR) -> Report:
    """Return the report of a run without its files. Equal plans may be one object."""
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
    """The rules that apply in the plan's regions."""
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
    """The hash of the rule set; with several rule sets, the hash of their hashes."""
    hashes = sorted({plan.program.hash for plan in plans})
    return hashes[0] if len(hashes) == 1 else digest("".join(hashes).encode())[:16]


def _grade_target(rules: Sequence[Rule]) -> float:
    """The target grade of the readability rule; its default, 8, in a run without the rule."""
    targets = [rule.match["target"] for rule in rules if rule.kind == "readability" and rule.match["metric"] == "grade"]
    return float(targets[0]) if targets else 8.0
