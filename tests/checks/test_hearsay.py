"""What a balanced page quotes or reports from others is not its own claim; on a seller's page it is."""

import pytest

from linter.engine import lint_document
from linter.trial import example_document, example_setting

BALANCED = """# Light for sore knees

The FDA has not approved this lamp for arthritis. Do not use it if you are pregnant or take a drug that makes skin
sensitive to light. In a trial of 60 adults (Roe 2021) it did no better than a dark lamp. For a burn that blisters call
us; for chest pain call 911.

"""
SELLING = """# Light for sore knees

Our lamp is on every day until eight, and parking is free. Ask at the desk for a card, and bring a friend along. Ana and
Leo look forward to you.

"""
HANDED_ON = [
    'One ad reads: "{}."',
    "The packet reads '{}'.",
    '## "{}"\n\nFeelings differ.',
    "- The lamp is new.\n- {}, wrote someone in the parents' group.",
    "**Old: {}.** The lamp has been here since May.",
    "| What sellers say | What we say |\n|---|---|\n| {}. | It is warm. |",
    "<table><tr><th>On</th><th>What sellers say</th></tr><tr><th>Knees</th><td>{}.</td></tr></table>",
    "<table><tr><th>On<th colspan=2>What sellers say<th>Since<tr><th>Knees<td>Ask.<td>{}.<td>May</table>",
    "<table><thead><tr><th>What sellers say</thead><tbody><tr><td>It is warm.<tr><td>{}.</tbody></table>",
]
BESIDE = [
    "## Red flags\n\n- A lamp without a plug.\n- Only three slots left.",
    "The caption beside it reads *Only three slots left*.",
    "We'd called the last week of May our offer: only three slots left.",
]
OWN = [
    "{}.",
    '"{}," we tell every guest.',
    "## What to know\n\n- A lamp without a plug.\n- {}.",
    "| What we say | What sellers say |\n|---|---|\n| {}. | It is warm. |",
    "| What sellers say | Since |\n|---|---|\n| It is warm. | May |\n\n{}.",
    "| What sellers say |\n|---|\n| It is warm. |\n\n| What we say |\n|---|\n| {}. |",
    "<table><tr><th>What sellers say<tr><td>It is warm.</table><table><tr><td>{}.</table>",
    "<table><tr><th colspan=2>What sellers say<th>Since<tr><td>Ask.<td>It is warm.<td>{}.</table>",
]


CLAIM = "this lamp cures arthritis"


@pytest.mark.parametrize("wording", HANDED_ON)
def test_a_balanced_page_hands_it_on(program, wording):
    assert "EFF001" in codes(SELLING + wording.format(CLAIM), program)
    assert "EFF001" not in codes(BALANCED + wording.format(CLAIM), program)


@pytest.mark.parametrize("wording", OWN)
def test_a_balanced_page_says_it(program, wording):
    assert "EFF001" in codes(BALANCED + wording.format(CLAIM), program)


@pytest.mark.parametrize("text", BESIDE)
def test_a_balanced_page_hands_on_whatever_is_no_claim(program, text):
    assert "URG001" in codes(SELLING + text, program)
    assert "URG001" not in codes(BALANCED + text, program)


@pytest.mark.parametrize("words", ["I threw my cane away, and my pain is gone.", "Ten weeks sober."])
def test_a_story_stays_with_the_page(program, words):
    assert "TST001" in codes(f'{BALANCED}"{words}" - D.', program)
    assert "TST001" in codes(f'{BALANCED}"The tea is good." - Ana\n"{words}" - D.', program)


def codes(text, program):
    rules = [rule for rule in program.rules if rule.code in {"EFF001", "TST001", "URG001"}]
    found = lint_document(example_document(text, {}), program, rules, example_setting({})).violations
    return {violation.code for violation in found}
