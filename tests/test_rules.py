"""Every example of every rule is a test, and every rule meets the requirements of the catalogue."""

import pytest

from linter.rules.validated import model_dump
from linter.trial import try_rule
from tests.catalogue import CATALOGUE


@pytest.mark.parametrize("rule_file", CATALOGUE.rules, ids=lambda rule: rule.code)
def test_examples(rule_file, program):
    (rule,) = program.select([rule_file.code])
    examples = model_dump(rule_file)["examples"]
    problems = [
        f"{trial.kind} {trial.number} {trial.text!r}: {trial.problem}"
        for trial in try_rule(rule, examples, program)
        if trial.problem
    ]
    assert not problems, "\n".join(problems)


def test_there_are_many_rules():
    assert len(CATALOGUE.rules) >= 60


@pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.code)
def test_only_binding_sources_let_a_message_speak_of_law(rule):
    binding = any(cite.reach == "binding" and cite.region is None for cite in rule.citations)
    for text in (rule.message, rule.why, rule.suggestion):
        spoken = any(word in text.lower() for word in ("law requires", "required by law", "is illegal", "violates"))
        assert binding or not spoken, text


@pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.code)
def test_family_agrees_with_the_prefix(rule):
    families = {other.family for other in CATALOGUE.rules if other.code[:3] == rule.code[:3]}
    assert families == {rule.family}
