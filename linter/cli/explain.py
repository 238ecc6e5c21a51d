"""``medlint explain``: show a rule with its reasons, sources and examples, or the facts on a treatment or condition."""

import argparse
import sys
import textwrap
from collections.abc import Iterator

from linter.cache import load_program
from linter.cli import exits
from linter.cli.exits import UsageError
from linter.config.find import HERE, Configurations
from linter.reports.wording import open_ended
from linter.rules.program import Program, Rule
from linter.rules.selection import UnknownRuleError, codes_of, find_rule, hint, is_now, renamed


def explain(options: argparse.Namespace) -> int:
    """Print the page of a rule, treatment or condition."""
    program = load_program(Configurations().of(HERE).rule_folders)
    rule = find_rule(program.rules, options.subject)
    if rule is not None and rule is renamed(options.subject.strip(), program.rules):
        sys.stderr.write(f"medlint: {is_now(options.subject.strip(), rule)}\n")
    text = "\n".join(_rule_page(rule)) if rule is not None else _known_page(options.subject, program)
    sys.stdout.write(text + "\n")
    return exits.CLEAN


def _known_page(name: str, program: Program) -> str:
    # rules do not need the knowledge base
    from linter.knowledge.base import knowledge_of
    from linter.knowledge.describe import describe, nearest

    knowledge = knowledge_of(program)
    page = describe(name, knowledge)
    if page is None:
        _refuse_several(name, program)
        near = nearest(name, knowledge)
        meant = f"; did you mean '{near}'?" if near else hint(name, program.rules)
        raise UsageError(f"no rule, treatment or condition '{name}'{meant}")
    return page


def _refuse_several(name: str, program: Program) -> None:
    try:
        codes = codes_of(name, program.rules)
    except UnknownRuleError:
        return
    raise UsageError(f"'{name}' matches {len(codes)} rules; choose one of {', '.join(sorted(codes))}")


def _history(rule: Rule) -> Iterator[str]:
    if rule.since:
        yield f"since medlint {rule.since}"
    if rule.aliases:
        yield f"formerly {', '.join(rule.aliases)}"


def _rule_page(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.id}"
    yield f"{rule.severity.value}, family {rule.family}, kind {rule.kind}, for {', '.join(rule.jurisdictions)}"
    yield from _history(rule)
    yield ""
    yield from textwrap.wrap(f"What: {open_ended(rule.message)}", 100)
    yield from textwrap.wrap(f"Why: {rule.why}", 100)
    yield from textwrap.wrap(f"Suggestion: {open_ended(rule.suggestion)}", 100)
    if strengths := rule.match.get("strengths"):
        levels = ", ".join(f"{strength} {severity}" for strength, severity in strengths.items())
        yield from textwrap.wrap(f"Severity by strength of the claim: {levels}. Other claims are not reported.", 100)
    if weights := rule.match.get("weights"):
        odds = ", ".join(f"{sign} {weight:+g}" for sign, weight in weights.items())
        yield from textwrap.wrap(f"Reported where a claim is {rule.match['at']:.0%} probable; log-odds: {odds}.", 100)
    if rule.balanced:
        yield f"On a balanced page, the severity is at most {rule.balanced.value}."
    if rule.basis:
        yield f"The severity is {rule.basis} policy, not a legal duty."
    if rule.volatile:
        yield "The facts behind this rule may change: check its sources before you rely on it."
    yield ""
    yield "Based on:"
    for cited in rule.citations:
        region = f", in {cited.region}" if cited.region else ""
        condition = f", {cited.when}" if cited.when else ""
        yield f"  {cited.citation.key}: {cited.citation.title} ({cited.citation.reach}{region}{condition})"
        if cited.citation.url:
            yield f"    {cited.citation.url}"
    yield ""
    for title, marked in (("Reported:", rule.bad), ("Not reported:", rule.good)):
        yield title
        yield from (textwrap.indent(text, "  ") for text in marked)
