"""Every example of every rule is a test."""

import pytest

from linter.rules.compile import compile_catalogue
from linter.rules.load import load_catalogue, model_dump
from linter.trial import try_rule

CATALOGUE = load_catalogue()


@pytest.fixture(scope="session")
def program():
    from linter.knowledge.terms import knowledge_terms

    return compile_catalogue(CATALOGUE, knowledge_terms())


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
