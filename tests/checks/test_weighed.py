"""Sentences that weigh like claims: what is summed, what is left to other rules, what is shown."""

from math import log
from pathlib import Path

import pytest

from linter.checks.article import Article
from linter.checks.claim import CLAIMING
from linter.checks.setting import Setting
from linter.checks.weighed import (
    ASSERTED,
    BIAS,
    check,
    claim_signs,
    claims_by_sentence,
    page_signs,
    place_signs,
    word_signs,
)
from linter.document import Scope
from linter.parsers import parse
from linter.source import decode

RULES = {
    "WRD001": {"at": 0.5, "weights": {BIAS: -1.0, "target.good": 2.0}},
    "NOT001": {"at": 0.5, "weights": {BIAS: -1.0, "target.good": 2.0, "subject.person": -3.0}},
    "FRM001": {"at": 0.5, "weights": {BIAS: -1.0, "frame:benefit": 2.0}},
    "SCP001": {"at": 0.5, "weights": {BIAS: -1.0, "scope:heading": 2.0}},
    "WEA001": {"at": 0.5, "weights": {BIAS: -1.0, "claim:weak": 2.0}},
    "ALL001": {"at": 0.5, "weights": {BIAS: 1.0}},
    "SUR001": {"at": 0.9, "weights": {BIAS: 1.0}},
}
ARTICLES = sorted(Path("content").rglob("*.md"))


@pytest.fixture(scope="module")
def weighing(compile_rules):
    return compile_rules({code: ("weighed", match) for code, match in RULES.items()})


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("WRD001", "A calm mind. A blue door.", ["A calm mind."]),
        ("NOT001", "A calm mind for patients. A calm mind.", ["A calm mind."]),
        ("FRM001", "## Benefits\n\nOf calm minds.\n\n## Parking\n\nOf calm minds.", ["Of calm minds."]),
        ("SCP001", "## A calm mind\n\nA calm mind.", ["A calm mind"]),
        ("WEA001", "Massage can relieve pain. A calm mind.", ["Massage can relieve pain."]),
        ("ALL001", "Massage relieves pain. A calm mind. A blue door.", ["A calm mind."]),
        ("ALL001", "Is it a calm mind?", []),
        ("SUR001", "A calm mind.", []),
    ],
    ids=lambda value: str(value)[:40],
)
def test_found(weighing, excerpts, code, text, expected):
    assert excerpts(weighing, code, text) == expected


def test_the_heaviest_words_are_shown(weighing):
    article = Article(parse(decode("a.md", b"A calm mind.")), weighing, Setting())
    (match,) = check(weighing.select(["WRD001"]), article)
    assert [match.block.view.text[clue.start : clue.end] for clue in match.clues] == ["calm"]


@pytest.mark.parametrize("path", ARTICLES, ids=str)
def test_what_is_passed_over_early_would_not_weigh_enough(path, program):
    article = Article(parse(decode(str(path), path.read_bytes())), program, Setting())
    rules = [rule for rule in program.rules if rule.kind == "weighed"]
    for rule in rules:
        found = [(match.block.index, match.start) for match in check([rule], article)]
        assert found == list(heavy(rule.match["weights"], log(rule.match["at"] / (1 - rule.match["at"])), article))


def heavy(weights, least, article):
    """All sentences with enough weight, computed from all signs of each sentence."""
    claims = claims_by_sentence(article)
    for reading in article.readings:
        for sentence in reading.sentences:
            told = claims.get((reading.block.index, sentence.first), ())
            words = word_signs(reading, sentence, reading.families)
            signs = [*words, *claim_signs(told), *place_signs(reading, article), *page_signs(article)]
            total = weights[BIAS] + sum(weights.get(name, 0) * value for name, value in signs)
            claiming = reading.has_in(sentence.first, sentence.last, *CLAIMING)
            passed = reading.asks(sentence) or any(claim.strength in ASSERTED for claim in told)
            if total >= least and claiming and not passed and reading.block.scope is not Scope.NAVIGATION:
                yield reading.block.index, sentence.start
