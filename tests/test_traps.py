"""The trap sentences: what must be reported, what may be, and nothing else."""

from pathlib import Path

import pytest

from linter.engine import lint_document
from linter.files.data import read_yaml
from linter.trial import example_document, example_setting

CONTENT = read_yaml(Path(__file__).parent / "traps.yaml")


@pytest.mark.parametrize("trap", CONTENT["traps"], ids=lambda trap: trap["text"][:60])
def test_trap(trap, program):
    context = trap.get("context") or {}
    rules = [rule for rule in program.rules if rule.code.startswith(tuple(CONTENT["rules"]))]
    known = {rule.code for rule in rules}
    report = lint_document(example_document(trap["text"], context), program, rules, example_setting(context))
    severities = {violation.code: violation.severity for violation in report.violations if violation.severity != "info"}
    assert set(trap["expect"]) & known <= set(severities)
    assert set(severities) <= {*trap["expect"], *trap.get("allow", ())}
    for code, severity in trap.get("severity", {}).items():
        assert severities.get(code, severity) == severity
