"""Promises that describe a person's outcome without an effect word, and sentences that only look like them."""

import pytest

from linter.checks.article import Article
from linter.checks.claim import find_claims
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import SourceText

PLAIN = [
    "Swallow, chew and laugh as you used to.",
    "Hearing your granddaughter whisper is possible once more.",
    "Your knees stop complaining on the stairs.",
    "Forget the cane.",
    "Your bladder no longer runs your day.",
    "You think straighter and tire later.",
    "Nights become quiet.",
    "A back that lets you lift your grandson.",
    "You go from exhausted to unstoppable.",
]
ABSOLUTE = [
    "There is no wrinkle that it cannot erase.",
    "Everyone who takes it loses weight.",
    "Hair loss is now a solved problem.",
    "We do not manage diabetes, we end it.",
    "Every single patient walks out without pain.",
]
NONE = [
    "You can read, work or nap during the drip.",
    "Bring comfortable clothes that you can move in.",
    "Enjoy a cup of tea after your visit.",
    "Snoring keeps partners awake.",
    "Arthritis makes stairs hard.",
    "Stay away from the sun for a day.",
    "Doctors cannot cure every illness.",
]


def strengths(text, program):
    article = Article(parse(SourceText("a.md", text)), program, Setting())
    return {str(claim.strength) for claim in find_claims(article)}


@pytest.mark.parametrize("sentence", PLAIN)
def test_what_becomes_of_a_person_is_promised(sentence, program):
    assert strengths(sentence, program) == {"plain"}


@pytest.mark.parametrize("sentence", ABSOLUTE)
def test_a_promise_without_exception_is_absolute(sentence, program):
    assert "absolute" in strengths(sentence, program)


@pytest.mark.parametrize("sentence", NONE)
def test_comfort_advice_and_disease_promise_nothing(sentence, program):
    assert not strengths(sentence, program)
