"""The effect of the whole page on its findings: a page that meets its duties, partly or throughout."""

import pytest

from linter.checks.article import Article
from linter.engine import lint_document
from linter.language.balance import Balance
from linter.trial import example_document, example_setting
from linter.value import replace
from linter.violation import Severity

DUTIES = (
    "For chest pain, or a burn that blisters, call 911 and then call us.",
    "Do not use the lamp if you are pregnant or take a drug that makes skin sensitive to light.",
    "The FDA has not approved this lamp for arthritis, and nobody has asked it to.",
    "In a trial of 60 adults it did no better than a dark lamp did.",
    "The trial was published in the Journal of Lamps by Roe and others in 2021.",
)
PRAISE = "We open at eight and close at noon, and our lamp is on all day for you. Book now, from $40."
PROMISE = "After that you wake up without pain."
PASSING = "Few lamps cost as much as Spravato does, which is a nose spray for low mood. Book the lamp now."


def page(duties, praise=0, *more):
    """A page that meets some duties, in a paragraph each, and has paragraphs of praise."""
    return "\n\n".join(["# A lamp for sore knees", *duties, *[PRAISE] * praise, *more])


PAGES = {
    "does nothing": (page((), 8), Balance.NONE),
    "does three": (page(DUTIES[:3], 8), Balance.NONE),
    "does four at its end": (page((" ".join(DUTIES[:4]),), 8), Balance.WHOLE),
    "does five, one paragraph in four short": (page(DUTIES, 20), Balance.WHOLE),
    "is short and does three at once": (page((" ".join(DUTIES[:3]),), 1), Balance.NONE),
    "does three throughout": (page((*DUTIES[:3], DUTIES[0], DUTIES[1]), 6), Balance.THROUGHOUT),
    "does five throughout": (page(DUTIES, 6), Balance.THROUGHOUT),
    "does five, and has a menu": (page(DUTIES, 6, *["- Lamp"] * 40), Balance.THROUGHOUT),
}
NONE, WHOLE, THROUGHOUT = page((), 8), page((" ".join(DUTIES),), 12), page(DUTIES, 6)


@pytest.mark.parametrize(("text", "balance"), PAGES.values(), ids=PAGES)
def test_how_balanced_a_page_is(program, text, balance):
    assert article_of(text, program).balance is balance


@pytest.mark.parametrize(
    ("text", "most", "level"),
    [
        (NONE, "info", "error"),
        (WHOLE, "warning", "warning"),
        (WHOLE, "info", "warning"),
        (THROUGHOUT, "warning", "warning"),
        (THROUGHOUT, "info", "info"),
        (THROUGHOUT, None, "error"),
    ],
)
def test_a_page_takes_no_more_away_than_its_balance_allows(program, text, most, level):
    [rule] = program.select(["EFF001"])
    capped = replace(rule, balanced=Severity(most) if most else None)
    [found] = findings(f"{text}\n\nThe lamp cures arthritis.", capped, program)
    assert found.severity == level


@pytest.mark.parametrize(("text", "level"), [(NONE, "warning"), (WHOLE, "warning"), (THROUGHOUT, "info")])
def test_what_sounds_like_a_promise(program, text, level):
    [rule] = program.select(["EFF003"])
    assert [one.severity for one in findings(f"{text}\n\n{PROMISE}", rule, program)] == [level]
    [own] = findings(f"{text}\n\nOur laser restores your knee.", rule, program)
    assert own.severity == "error"


@pytest.mark.parametrize(("text", "owes"), [(NONE, True), (WHOLE, True), (THROUGHOUT, False)])
def test_a_page_that_informs_throughout_has_headings_of_its_own(program, text, owes):
    [rule] = program.select(["STR007"])
    headed = text.replace("sore knees", "sore knees: PRP or light") + "\n\n## Our rooms\n\n## Our hours"
    assert bool(findings(headed, rule, program)) == owes
    early = f"[Book now](/book)\n\n{headed}\n\n## Risks\n\nBurns."
    assert findings(early, rule, program)


def test_a_story_is_a_warning_on_a_page_that_is_balanced_throughout(program):
    [rule] = program.select(["TST001"])
    story = '"By spring I came off my antidepressant, and my knee is better." - Jo R.'
    assert {one.severity for one in findings(f"{THROUGHOUT}\n\n{story}", rule, program)} == {"warning"}


@pytest.mark.parametrize(("text", "owes"), [(NONE, True), (WHOLE, False), (THROUGHOUT, False)])
def test_what_is_named_in_passing_owes_no_boxed_warning(program, text, owes):
    [rule] = program.select(["RSK003"])
    assert bool(findings(f"{text}\n\n{PASSING}", rule, program)) == owes
    assert findings(f"{text}\n\n{PASSING}\n\n## Spravato\n\nWe offer Spravato. Spravato costs $900.", rule, program)
    assert findings(text.replace("A lamp", "Spravato"), rule, program)


@pytest.mark.parametrize(
    ("text", "owes"), [(NONE, True), (THROUGHOUT.replace(DUTIES[1], DUTIES[0]), True), (THROUGHOUT, False)]
)
def test_who_should_not_have_it_is_stated_where_it_counts_for_balance(program, text, owes):
    [rule] = program.select(["RSK006"])
    offer = "We offer Spravato. Spravato costs $900."
    spoken = text.replace("Do not use the lamp if you are pregnant", "Those who are pregnant get none")
    assert bool(findings(f"{spoken}\n\n{offer}", rule, program)) == owes


def article_of(text, program):
    return Article(example_document(text, {}), program, example_setting({}))


def findings(text, rule, program):
    return lint_document(example_document(text, {}), program, [rule], example_setting({})).violations
