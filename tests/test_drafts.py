"""medlint accepts its own drafts: a selling page of each treatment, fixed with its drafts, has no missing duties."""

import pytest

from linter.checks.setting import Setting
from linter.engine import lint_document
from linter.fixes import apply_fixes
from linter.knowledge.base import knowledge_of
from linter.parsers import parse
from linter.source import SourceText

DUTIES = {"FDA001", "FDA002", "FDA009", "CPD001", "REG001", "SUP002", "RSK001", "RSK002", "RSK003", "RSK006"}
LAYOUT = {"RDB001", "RDB002", "RDB003", "RSK007", "RSK008", "STR009"}
"""Findings that a one-paragraph draft may cause; STR009 marks the gap that the writer must fill."""
PAGE = """# {name} for {use}

We offer {product} for {use} at our clinic. Many people ask about {product} when {use} keeps them from what they love.
{name} relieves {use}.

## Your visit

A nurse greets you and answers your questions. A session of {product} takes an hour.

## Book

Book your {product} appointment today.
"""
UNNAMED = {
    "herbal_medicine": "a service of which the supplements are one part",
    "chelation": "the word alone needs another beside it to be a treatment",
    "cryotherapy": "the word alone needs another beside it to be a treatment",
    "menopausal_ht": "'hormone replacement' alone may be of men",
    "nmn_nr_oral": "'nicotinamide' alone is a vitamin",
    "spinal_decompression": "may be an operation",
}
"""Treatments that such a page does not name unambiguously."""


@pytest.mark.parametrize("product_kind", ["synonyms", "brands"])
def test_what_is_drafted_is_accepted(product_kind, program):
    knowledge = knowledge_of(program)

    def lint(text):
        return lint_document(
            parse(SourceText("a.md", text)), program, program.rules, Setting(today="2026-11-27")
        ).violations

    wrong = {}
    for treatment in map(knowledge.treatment, sorted(knowledge.treatment_ids)):
        products = getattr(treatment, product_kind)
        if not products or not treatment.key_risks or treatment.id in UNNAMED:
            continue
        uses = [*treatment.off_label_conditions, "chronic_fatigue"]
        use = knowledge.condition(uses[0]).name.partition(" (")[0]
        use = use if use.isupper() else use[0].lower() + use[1:]
        product = products[0]
        text = PAGE.format(name=product[0].upper() + product[1:], product=product, use=use)
        before = {found.code for found in lint(text)}
        left = {found.code for found in apply_fixes(text, lint, suggested=True).remaining}
        bad = (left & DUTIES) | (left - before - LAYOUT)
        if bad:
            wrong[treatment.id, product] = sorted(bad)
    assert not wrong
