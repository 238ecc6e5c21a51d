"""The subject that has the effect."""

import pytest

from linter.checks.article import Article
from linter.checks.claim.block_terms import BlockTerms
from linter.checks.claim.candidates import Scene
from linter.checks.claim.subjects import Role, subject_of
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import SourceText

SUBJECTS = [
    ("Our massage for runners relieves pain.", "treatment"),
    ("Our team relieves pain.", "team"),
    ("Exercise relieves pain.", "other"),
    ("Relieves pain.", "none"),
    ("A kite relieves pain.", "unknown"),
    ("Try a diet that relieves pain.", "other"),
    ("A massage is gentle. It relieves pain.", "treatment"),
    ("Massage: it relieves pain.", "treatment"),
    ("Exercise is free. It relieves pain.", "other"),
    ("Exercise is free. It also relieves pain.", "other"),
    ("Walking is free. It needs no booking. It relieves pain.", "other"),
    ("Our massage is gentle. The room is blue. It relieves pain.", "pronoun"),
]


@pytest.mark.parametrize(("text", "role"), SUBJECTS, ids=lambda value: value[:40])
def test_subject(text, role, program):
    article = Article(parse(SourceText("a.md", text)), program, Setting())
    reading = article.readings[0]
    sentences = reading.sentences
    scene = Scene(reading, sentences[-1], BlockTerms(reading.families), article.clauses(reading), program.attributes)
    place = next(index for index, word in enumerate(reading.words.words) if word == "relieves")
    assert subject_of(place, scene).role == role


def test_roles_of_the_lexicon_are_known(program):
    roles = {attributes["role"] for attributes in program.attributes.values() if "role" in attributes}
    assert roles <= set(Role)
