"""Hedges in research prose are recognized, and suppress no claim that they should not."""

import pytest

from bench.hedging import doubt, is_conditional, is_speculative, rank_correlation
from linter.language.reading import read_text
from linter.language.scope import find_cues

CONDITIONAL = [
    "A daily walk may lower blood pressure in older adults.",
    "Poor sleep might cause weight gain.",
    "Night shifts may lead to heart disease.",
    "The new stent appears safe in small vessels.",
    "The exercise plan seems to delay knee pain.",
    "More fibre is likely to improve bowel habits.",
    "A second dose would raise the response.",
    "The diet could possibly help teenagers with migraine.",
]
DIRECT = [
    "A daily walk lowers blood pressure in older adults.",
    "A daily walk can lower blood pressure in older adults.",
    "Our results suggest that a daily walk lowers blood pressure.",
    "The diet lowered glucose, possibly by slowing digestion.",
    "The drug did not appear to change body weight.",
    "The drug reduced the risk of possible complications.",
]
SPECULATIVE = [
    "It is unclear how the enzyme is switched on.",
    "We tested whether the protein binds to DNA.",
    "The role of this receptor remains to be determined.",
    "We propose that both genes share a promoter.",
    "A putative binding site lies upstream.",
    "Growth stopped, implying that the signal was lost.",
    "These data raise the possibility of a second pathway.",
    "The hypothesis that stress drives relapse is supported.",
    "Screening should prove useful in rural clinics.",
]
PLAIN = [
    "No band could be detected in the control cells.",
    "The cells could not divide.",
    "Samples were frozen as soon as possible.",
    "All possible pairs were scored.",
    "The resting potential fell by half.",
    "The difference between both groups was small.",
    "Cells were grown in vitro for six days.",
]


@pytest.fixture(scope="module")
def cues(program):
    def read(text):
        reading = read_text(text, program.index, program.abbreviations)
        return reading, find_cues(reading, program.attributes)

    return read


@pytest.mark.parametrize("text", CONDITIONAL)
def test_a_hedged_cause_is_conditional(text, cues):
    assert is_conditional(*cues(text))


@pytest.mark.parametrize("text", DIRECT)
def test_a_plain_cause_is_not(text, cues):
    assert not is_conditional(*cues(text))


@pytest.mark.parametrize("text", SPECULATIVE)
def test_a_sentence_with_a_hedge_cue_is_speculative(text, cues):
    assert is_speculative(cues(text)[1])


@pytest.mark.parametrize("text", PLAIN)
def test_a_sentence_without_one_is_not(text, cues):
    assert not is_speculative(cues(text)[1])


def test_stronger_hedges_leave_more_doubt(cues):
    plain, weak, hedged = (
        doubt(cues(f"The gel {verb} pain.")[1]) for verb in ("eases", "appears to ease", "might possibly ease")
    )
    assert plain < weak < hedged


def test_a_hedge_inside_a_risk_is_still_a_hedge(cues):
    kinds = {cue.kind for cue in cues("The infusion may cause nausea.")[1]}
    assert {"hedge", "risk"} <= kinds


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([1, 2, 3], [10, 20, 30], 1.0),
        ([1, 2, 3], [3, 2, 1], -1.0),
        ([1, 1, 1], [1, 2, 3], 0.0),
        ([1, 1, 2], [1, 1, 5], 1.0),
    ],
)
def test_ranks_are_compared(left, right, expected):
    assert rank_correlation(left, right) == pytest.approx(expected)


CLAIMS = [
    "Apparently our ketamine infusions cure depression.",
    "You would not guess it, but our ketamine infusions cure depression.",
]


@pytest.mark.parametrize("text", CLAIMS)
def test_cues_of_research_prose_silence_no_claim(text, program):
    from linter.checks.setting import Setting
    from linter.engine import lint_document
    from linter.parsers import parse
    from linter.source import SourceText

    document = parse(SourceText("a.md", f"# Ketamine infusions\n\n{text}\n"))
    found = lint_document(document, program, program.rules, Setting(today="2026-01-01")).violations
    assert "error" in [one.severity.value for one in found if one.code.startswith("EFF")]
