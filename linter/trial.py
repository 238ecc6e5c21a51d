"""Test rules on their examples, for ``medlint rules test`` and the test suite."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from linter.approved import ApprovedClaim
from linter.approved.register import Register
from linter.checks.setting import Setting
from linter.document import Document
from linter.engine import SUPPRESSION, lint_document
from linter.parsers import parse
from linter.plugins import Plugin
from linter.rules.program import Program, Rule
from linter.run import Plan, lint_bytes
from linter.source import SourceText
from linter.value import EMPTY, Struct, replace
from linter.violation import Violation

TODAY = "2026-11-22"
_MARK = re.compile(r"\[\[((?:(?!\[\[).){1,200}?)\]\](?!\()", re.DOTALL)
_UNFILLED = re.compile(r"\{\w+\}")
_PROFILE = ("sells", "topic", "profession", "staff", "publisher", "connection", "image", "meta")


class Trial(Struct, frozen=True):
    """The test of one example of a rule; ``problem`` is empty if it passed."""

    code: str
    kind: str
    number: int
    text: str
    problem: str


def try_rule(
    rule: Rule, examples: Mapping[str, list[Any]], program: Program, plugins: Mapping[str, Plugin] = EMPTY
) -> Iterator[Trial]:
    """Test a rule on its ``bad`` and ``good`` examples (strings, or mappings as in the rule file)."""
    for kind in ("bad", "good"):
        for number, example in enumerate(examples[kind]):
            mapping = example if isinstance(example, dict) else {"text": example}
            yield _try(rule, kind, number, mapping, program, plugins)


def example_document(text: str, context: Mapping[str, Any]) -> Document:
    """Parse an example as a Markdown article: a whole page, a heading or a paragraph."""
    if context.get("heading") and not text.startswith("#"):
        text = f"## {text}"
    return parse(SourceText("example.md", text))


def example_setting(context: Mapping[str, Any]) -> Setting:
    """Return the setting that an example's context describes."""
    regions = ["us"]
    if context.get("country"):
        regions = [str(context["country"]).lower()]
    if context.get("state"):
        regions = ["us", f"us-{str(context['state']).lower()}"]
    profile = {key: str(context[key]) for key in _PROFILE if context.get(key)}
    if context.get("page") == "full":
        profile["page"] = "full"
    setting = Setting(tuple(regions), str(context.get("today") or TODAY), profile)
    return replace(setting, approved=_register(context["approved"])) if context.get("approved") else setting


def _register(entries: Sequence[Mapping[str, Any]]) -> Register:
    """The register of approved claims of an example."""
    defaults = {"reference": "a study", "by": "Jane Roe"}
    claims = []
    for entry in entries:
        until = date.fromisoformat(entry["until"]) if "until" in entry else None
        claims.append(
            ApprovedClaim(**{**defaults, **entry, "markets": tuple(entry.get("markets", ())), "until": until})
        )
    return Register(tuple(claims))


def _try(
    rule: Rule,
    kind: str,
    number: int,
    example: Mapping[str, Any],
    program: Program,
    plugins: Mapping[str, Plugin],
) -> Trial:
    marked = str(example["text"]) * int(example.get("repeat") or 1)
    expected = [found.group(1) for found in _MARK.finditer(marked)]
    text = _MARK.sub(r"\1", marked)
    if text.count("[[") != text.count("]]"):
        return Trial(rule.code, kind, number, text, "has unpaired [[ or ]]")
    context = example.get("context") or {}
    setting = replace(example_setting(context), plugins=plugins)
    regions = setting.regions
    if kind == "bad" and not set(rule.jurisdictions) & set(regions):
        setting = replace(setting, regions=(*regions, *rule.jurisdictions))
    if context.get("renamed"):
        program = _renamed(program, context["renamed"])
    # rules about suppressions need the findings of the other rules
    rules = program.rules if rule.kind == SUPPRESSION else (rule,)
    failures: tuple[str, ...] = ()
    if context.get("waived"):
        found = _with_waivers(text, str(context["waived"]), program, setting)
    else:
        report = lint_document(example_document(text, context), program, rules, setting)
        found, failures = report.violations, report.failures
    violations = tuple(violation for violation in found if violation.code == rule.code)
    problem = next(iter(failures), "") or _problem(rule, kind, expected, example.get("severity"), violations)
    return Trial(rule.code, kind, number, text, problem)


def _renamed(program: Program, names: Mapping[str, str]) -> Program:
    """Add old rule names to the program; ``names`` maps old name to code."""
    rules = [
        {**stored, "aliases": [old for old, code in names.items() if code == stored["code"]]}
        for stored in program.facts["rules"]
    ]
    return replace(program, facts={**program.facts, "rules": rules})


def _with_waivers(text: str, article: str, program: Program, setting: Setting) -> tuple[Violation, ...]:
    """Check ``example.md`` with ``text`` as the project's waivers file."""
    from linter.suppressions.ledger import Ledger, apply_ledger
    from linter.suppressions.waivers.file import read_waivers

    with TemporaryDirectory() as folder:
        file = Path(folder, "waivers.yaml")
        file.write_text(text, encoding="utf-8")
        report = lint_bytes("example.md", article.encode(), Plan(program, program.rules, setting))
        ledger = Ledger("", setting.today, read_waivers(file), file)
        return apply_ledger(report, ledger).violations


def _problem(
    rule: Rule, kind: str, expected: list[str], severity: str | None, violations: tuple[Violation, ...]
) -> str:
    excerpts = [violation.excerpt for violation in violations]
    if kind == "good":
        return f"reports {excerpts} in a good example" if violations else ""
    if not violations:
        return "does not report a bad example"
    if expected and excerpts != expected:
        return f"reports {excerpts} instead of {expected}"
    wanted = severity or rule.severity
    if all(violation.severity != wanted for violation in violations):
        return f"reports severity {violations[0].severity} instead of {wanted}"
    unfilled = _UNFILLED.search(f"{violations[0].message} {violations[0].suggestion}")
    if unfilled:
        return f"uses {unfilled[0]}, which kind '{rule.kind}' does not fill"
    return ""
