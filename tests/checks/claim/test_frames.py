"""The effect of headings and lead-ins on the text below them, and the purpose of a page."""

import pytest

from linter.checks.article import Article
from linter.checks.claim.frames import Kind, frame_of
from linter.checks.setting import Setting
from linter.knowledge.promotion import purpose_of
from linter.parsers import parse
from linter.source import SourceText
from tests.catalogue import CATALOGUE

FRAMES = [
    ("## Benefits of massage\n\n- Better sleep", "benefit", False),
    ("## Results and how long they last\n\n- Better sleep", "benefit", False),
    ("## How long does it take?\n\n- Two weeks", "advice", False),
    ("## Risks and side effects\n\nPain.", "risk", False),
    ("## Conditions we treat\n\n- Pain", "condition", False),
    ("Visitors are mostly looking for:\n\n- Firmer skin", "", True),
    ("Those who skip sleep often face:\n\n- Low energy", "condition", False),
    ("## What sets apart your lower face\n\n- Firmer skin", "", False),
    ("## Health effects of low iron\n\n- Energy", "condition", False),
    ("### Phase 2: Strength\n\n- Squats to build balance", "advice", False),
    ("Our pellets cannot:\n\n- Relieve your pain", "denied", False),
    ("The drip does NOT:\n\n- Cure anything", "denied", False),
    ("## Myths about Botox\n\n- It lifts the mood", "denied", False),
    ("Why not try it:\n\n- Better sleep", "", False),
    ("## Benefits\n\nIt can help:\n\n- Sleep", "", True),
    ("## Benefits\n\n### Sleep\n\nBetter.", "benefit", False),
    ("### How it helps\n\n- Better sleep", "benefit", False),
    ("Massage helps:\n\n- Better sleep", "", True),
    ("Cupping is studied for several things, none of them certain:\n\n- Better sleep", "", True),
    ("Massage is thought to work on:\n\n- Better sleep", "", True),
    ("Some of its perks:\n\n- Better sleep", "", False),
    ("Its benefits for the aging process:\n\n- Better sleep", "benefit", False),
    ("## Preventing falls\n\n- Good shoes", "advice", False),
    ("Plain text.", "", False),
]


@pytest.mark.parametrize(("text", "kind", "weak"), FRAMES, ids=lambda value: str(value)[:40])
def test_frame(text, kind, weak, program):
    article = Article(parse(SourceText("a.md", text)), program, Setting())
    frame = frame_of(article.readings[-1], article)
    assert (frame.kind, frame.weak) == (kind, weak)


HABITS = [
    ("# Eating for strong bones\n\nIt works.", True),
    ("# Our drip or a good diet?\n\nIt works.", False),
    ("# Massage\n\n## Walks\n\nThey relieve pain.", True),
    ("# Walks\n\n## Massage\n\nIt relieves pain.", False),
    ("It works.", False),
]


@pytest.mark.parametrize(("text", "habit"), HABITS, ids=lambda value: str(value)[:40])
def test_habit(text, habit, program):
    article = Article(parse(SourceText("a.md", text)), program, Setting())
    assert frame_of(article.readings[-1], article).habit is habit


PLAIN = "The muscle is attached to the bone by a tendon. " * 40
OFFER = "Call us today. We book your visit."


@pytest.mark.parametrize(
    ("text", "claims", "purpose"),
    [
        (PLAIN, 0, "informs"),
        (PLAIN, 6, "sells"),
        (PLAIN + OFFER, 0, "explains"),
        (PLAIN + OFFER, 2, "explains"),
        (PLAIN + OFFER, 3, "sells"),
        ("Short.", 0, "sells"),
    ],
    ids=lambda value: str(value)[-10:],
)
def test_purpose(text, claims, purpose, program):
    article = Article(parse(SourceText("a.md", text)), program, Setting())
    assert purpose_of(article.readings, claims) == purpose


def test_kinds_of_heading_are_those_of_the_lexicon():
    named = {name.removeprefix("heading.") for name in CATALOGUE.lexicon if name.startswith("heading.")}
    assert named - {"weak", "weak.lead", "others.withdrawn"} == set(Kind) - {Kind.NONE}
