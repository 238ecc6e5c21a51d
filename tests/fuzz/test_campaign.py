"""A few inputs for every target, and the detection of failures by a campaign."""

import pytest

from fuzz.campaign import by_hypothesis, by_mutation
from fuzz.target import Target
from fuzz.targets import targets

TARGETS = targets()


def planted(run):
    return Target("planted", run, lambda: ["sound text with a sign"], ["!", "?"], 1)


@pytest.mark.parametrize("name", TARGETS)
def test_a_few_inputs(program, name):
    outcome = by_mutation(TARGETS[name], max(5, round(10 * TARGETS[name].share)), seed=7)
    assert outcome.finds == ()
    assert outcome.inputs >= 5


@pytest.mark.parametrize("engine", [by_mutation, by_hypothesis])
def test_an_error_is_found_once_and_made_small(engine):
    def run(text):
        assert "!" not in text, "a sign"

    (find,) = engine(planted(run), 300, 1).finds
    assert find.text == "!"
    assert find.failure.startswith("AssertionError at test_campaign.py:")


def test_a_hang_is_found(monkeypatch):
    monkeypatch.setattr("fuzz.campaign.LIMIT", 0.05)

    def run(text):
        while "!" in text:
            pass

    assert [find.failure for find in by_mutation(planted(run), 30, 1).finds] == ["Hang: more than 0.05 s"]


def test_a_seed_gives_the_same_inputs():
    def texts(seed):
        seen = []
        by_mutation(planted(seen.append), 50, seed)
        return seen

    assert texts(1) == texts(1) != texts(2)
