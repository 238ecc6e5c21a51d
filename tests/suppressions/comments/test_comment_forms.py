"""A suppression comment in each format suppresses its claim, and not the next one."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.checks.setting import Setting
from linter.run import Plan, lint_bytes

FORMS = YAML(typ="safe").load(Path(__file__).with_name("forms.yaml"))
WORDS = {
    "IGNORE": "medlint: ignore SAF001 -- a letter; by: Jane Roe",
    "MEANT": "Ketamine is completely safe.",
    "OTHER": "The laser is completely safe.",
}


def written(text):
    for mark, words in WORDS.items():
        text = text.replace(mark, words)
    return text


@pytest.mark.parametrize(("name", "number"), [(name, at) for name, texts in FORMS.items() for at in range(len(texts))])
def test_forms(name, number, program):
    rules = tuple(rule for rule in program.rules if rule.family in ("safety", "suppression"))
    text = written(FORMS[name][number])
    report = lint_bytes(name, text.encode(), Plan(program, rules, Setting(today="2026-01-01")))
    assert report.errors == ()
    (file,) = report.files
    accepted = {text.index(WORDS["MEANT"]): "a letter", text.index(WORDS["OTHER"]): None}
    starts = {max(at for at in accepted if at <= one.span.start): one for one in file.violations}
    assert {at: one.suppressed and one.suppressed.reason for at, one in starts.items()} == accepted
    assert {one.code for one in file.violations} == {"SAF001"}
    assert len(file.violations) == len(accepted)
